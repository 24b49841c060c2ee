using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bench.Analysis;
using Bench.Analysis.Gating;
using Bench.Reporter.Content;
using Bench.Reporter.Tables;
using Bench.Results;

namespace Bench.Reporter.Gating;

/// <summary>A gate as a comment in Markdown: the verdict first, details folded.</summary>
public static class GateComment
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Of what was measured.</summary>
    public static string Of(GateAnalysis gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        var manifest = gate.Run.Manifest;
        var plan = manifest.Gate!;
        return Render(
            new(
                GateWords.Verdict(gate),
                [GateWords.Sides(plan), Measured(gate)],
                [.. GateTables.Notable(gate)],
                [.. GateTables.All(gate)],
                plan.Why,
                [.. GateTables.Omitted(plan)],
                [
                    .. plan.Notes.Select(note => new Remark(Remark.Note, note)),
                    .. Trust.Of(gate.Run, AaCheck.Of(gate.Run)),
                ],
                manifest.Command
            )
        );
    }

    /// <summary>Of a gate that had nothing to measure.</summary>
    /// <param name="plan">What was held against what, and why nothing of it is measured.</param>
    /// <param name="command">The command that repeats it.</param>
    public static string Nothing(GatePlan plan, string command)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Render(
            new(
                GateWords.Nothing(plan),
                [GateWords.Sides(plan)],
                [],
                [],
                plan.Why,
                [.. GateTables.Omitted(plan)],
                [.. plan.Notes.Select(note => new Remark(Remark.Note, note))],
                command
            )
        );
    }

    private static string Render(GateText text) => Templates.Render("gate.md.liquid", text, s_encoder);

    private static string Measured(GateAnalysis gate)
    {
        var run = gate.Run;
        var samples = run.Scenarios.SelectMany(scenario => scenario.Arms).Sum(arm => arm.Samples.Count);
        int[] rounds = [.. gate.Findings.Select(finding => finding.Verdict.Rounds).DefaultIfEmpty(0)];
        var (fewest, most) = (rounds.Min(), rounds.Max());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Quantities.Counted(gate.Findings.Count, "comparison")}, {(fewest == most ? Quantities.Counted(most, "paired round") : $"{fewest} to {most} paired rounds")}, {Quantities.Counted(samples, "valid sample")}, each a process; preset {run.Manifest.Preset}, {run.Manifest.Machine.Processor}, {Quantities.Counted(run.Manifest.Machine.LogicalProcessors, "processor")}, {run.Manifest.Machine.Runtime}."
        );
    }
}
