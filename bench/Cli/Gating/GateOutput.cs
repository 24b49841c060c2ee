using System.Text;
using System.Text.Json;
using Bench.Analysis.Gating;
using Bench.Cli.Json;
using Bench.Cli.Terminal;
using Bench.Reporter.Gating;
using Bench.Results;

namespace Bench.Cli.Gating;

/// <summary>Where a gate's answer goes.</summary>
/// <param name="Json">As JSON on standard output; else as Markdown.</param>
/// <param name="Summary">A file that the Markdown is added to, such as a CI system's summary of a job; null for none.</param>
internal sealed record GateOutput(bool Json, string? Summary)
{
    /// <summary>Makes sure, before anything is measured, that the answer can be written.</summary>
    /// <exception cref="UserException">It cannot.</exception>
    public void Check()
    {
        try
        {
            if (Summary is not null)
            {
                File.AppendAllText(Summary, "");
            }
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserException($"--summary {Summary}: cannot be written: {error.Message}", error);
        }
    }

    /// <summary>Of what was measured: also <c>gate.md</c> and <c>gate.json</c> in the run's folder.</summary>
    public void Write(GateAnalysis gate, RunFolder folder)
    {
        Write(GateComment.Of(gate), Serialized(GateResult.Of(gate)), folder);
        Talk.Line(GateWords.Verdict(gate));
        Talk.Line($"report: {folder.In("index.html")}");
    }

    /// <summary>Of a gate that had nothing to measure; the same files, where a folder was asked for.</summary>
    public void WriteNothing(GatePlan plan, string command, RunFolder? folder) =>
        Write(GateComment.Nothing(plan, command), Serialized(GateResult.Nothing(plan, command)), folder);

    private void Write(string text, string json, RunFolder? folder)
    {
        if (folder is not null)
        {
            AtomicFile.Write(folder.In("gate.md"), Encoding.UTF8.GetBytes(text));
            AtomicFile.Write(folder.In("gate.json"), Encoding.UTF8.GetBytes(json));
        }

        Print(text, json);
    }

    private void Print(string text, string json)
    {
        Console.Out.WriteLine(Json ? json : text);
        if (Summary is not null)
        {
            File.AppendAllText(Summary, text + "\n");
        }
    }

    private static string Serialized(GateResult result) =>
        JsonSerializer.Serialize(result, CliJson.Default.GateResult);
}
