using System.Text.Json;
using Bench.Analysis;
using Bench.Analysis.Floors;
using Bench.Cli.Json;
using Bench.Cli.Measuring;
using Bench.Cli.Terminal;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>floors</c>: the lanes beside their models' public benchmarks.</summary>
[Verb(
    "floors",
    HelpText = "Measures the lanes beside the public benchmarks of their models, in the same form and size: is each within 10 % of the best? Five minutes."
)]
[Example("floors", "lanes beside the public benchmarks of their models")]
[Example("floors --patterns ping-pong --rounds 20", "one pattern, more rounds")]
internal sealed class FloorsVerb : IVerb
{
    private const int MostRounds = 60;

    [Option("rounds", Default = PairedRounds.Fewest, HelpText = "Launches of each lane and form.")]
    public int Rounds { get; set; } = PairedRounds.Fewest;

    [Option("patterns", Separator = ',', HelpText = "Only these patterns: a,b.")]
    public IEnumerable<string> Patterns { get; set; } = [];

    [Option("seed", Default = 1UL, HelpText = "Seed of the order within the rounds.")]
    public ulong Seed { get; set; } = 1;

    [Option("json", HelpText = "As JSON.")]
    public bool Json { get; set; }

    [Option("out", HelpText = "A run's folder, or a new one, that keeps the launches for report.")]
    public string? Out { get; set; }

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        if (Rounds is < 1 or > MostRounds)
        {
            throw new UserException($"--rounds {Rounds}: give a number from 1 to {MostRounds}");
        }

        var folder = Out is null ? null : EvidenceFolder.Open(Out, place => place.FloorsPath);
        using var interrupt = new Interrupt();
        using var run = new FloorRun(FloorBook.Of(Models.Load(), Patterns), Rounds, Seed);
        if (run.Take(interrupt.Token) is not { } trials)
        {
            Talk.Line("interrupted: nothing is kept");
            return ExitCode.Interrupted;
        }

        if (folder is not null)
        {
            EvidenceFolder.Write(folder, () => folder.WriteFloors(trials));
        }

        var findings = FloorAnalysis.Of(trials);
        Write(findings);
        return Say(findings);
    }

    private void Write(FloorFindings findings)
    {
        if (Json)
        {
            Console.Out.WriteLine(
                JsonSerializer.Serialize(new FloorList(1, findings), CliJson.Default.FloorList)
            );
            return;
        }

        FloorTable.Write(findings);
    }

    private static int Say(FloorFindings findings)
    {
        foreach (var note in findings.Notes)
        {
            Talk.Note(note);
        }

        Talk.Line(findings.Summary);
        return findings.Lanes.Any(lane => lane.Against.Outcome == FloorOutcome.Slower)
                ? ExitCode.WorseThanAllowed
            : findings.Lanes.Any(lane => lane.Against.Outcome == FloorOutcome.Inconclusive)
                ? ExitCode.Inconclusive
            : ExitCode.Fine;
    }
}
