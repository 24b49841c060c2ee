using System.Globalization;
using Bench.Analysis;
using Bench.Analysis.Gating;
using Bench.Results;

namespace Bench.Reporter.Gating;

/// <summary>A gate in sentences.</summary>
public static class GateWords
{
    private const int ShortCommit = 12;

    /// <summary>The answer.</summary>
    public static string Verdict(GateAnalysis gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        var plan = gate.Run.Manifest.Gate!;
        var cases = Cases(gate.Findings);
        var allowed = Percent(plan.Margin);
        var text = gate.Outcome switch
        {
            GateOutcome.Failed =>
                $"Gate failed: {Cases(gate.Failed)} of {Quantities.Counted(cases, "case")} {(Cases(gate.Failed) == 1 ? "is" : "are")} worse by more than the {allowed} allowed, or broken.",
            GateOutcome.Inconclusive =>
                $"Gate inconclusive: nothing is shown to be worse by more than the {allowed} allowed, but of {Cases(gate.Open)} of {Quantities.Counted(cases, "case")} it cannot be told.",
            _ when cases == 0 => "Gate passed: there is nothing to compare.",
            _ =>
                $"Gate passed: none of {Quantities.Counted(cases, "case")} is worse by more than the {allowed} allowed.",
        };
        return Advisory(plan) + text;
    }

    /// <summary>The answer of a gate that had nothing to measure.</summary>
    public static string Nothing(GatePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Advisory(plan)
            + (
                plan.Omitted.Count == 0
                    ? "Gate passed: nothing that is measured has changed."
                    : $"Gate passed: nothing can be compared; {Quantities.Counted(plan.Omitted.Count, "case")} {(plan.Omitted.Count == 1 ? "has" : "have")} no counterpart."
            );
    }

    /// <summary>Which two builds, such as <c>this tree (0123456789ab+changes) against HEAD~1 (0123456789ab)</c>.</summary>
    public static string Sides(GatePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return $"{Side(plan.Head)} against {Side(plan.Base)}, allowed loss {Percent(plan.Margin)}.";
    }

    private static string Side(GateSide side)
    {
        var parts = side.Commit?.Split('+') ?? [];
        var commit =
            parts.Length == 0
                ? null
                : parts[0][..Math.Min(ShortCommit, parts[0].Length)] + (parts.Length > 1 ? "+changes" : "");
        string?[] what =
        [
            commit == side.Name ? null : commit,
            side.Packages.Count == 0
                ? null
                : "with " + string.Join(", ", side.Packages.Select(item => $"{item.Key} {item.Value}")),
        ];
        var told = string.Join(" ", what.OfType<string>());
        return told.Length == 0 ? side.Name : $"{side.Name} ({told})";
    }

    private static string Advisory(GatePlan plan) =>
        plan.Advisory ? "Advisory only, for this machine is shared. " : "";

    private static int Cases(IEnumerable<GateFinding> findings) =>
        findings.Select(finding => finding.Case).Distinct().Count();

    private static string Percent(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");
}
