using Bench.Analysis;
using Bench.Analysis.Faults;
using Bench.Reporter.Tables;
using Bench.Results;

namespace Bench.Reporter.Content;

/// <summary>What faults did to clusters.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Answer">How many trials kept what they promised, and which did not.</param>
/// <param name="Paragraphs">How it was tried.</param>
/// <param name="Trials">The trials.</param>
internal sealed record FaultSection(
    string Title,
    string Answer,
    IReadOnlyList<string> Paragraphs,
    Table Trials
)
{
    /// <summary>The section; none when no fault was tried.</summary>
    public static IEnumerable<FaultSection> Of(FaultTrials? trials)
    {
        if (trials is null)
        {
            yield break;
        }

        var findings = trials.Trials.Select(FaultFinding.Of).ToList();
        yield return new(
            "What faults do to a cluster",
            Answered(findings),
            [
                "An open loop sends numbered writes from a process of its own, and goes on while a node is hit. A write that is not acknowledged is sent again with the same number, for 20 s at most, "
                    + $"and an entity enters a number once however often it is told to. One trial each, on one machine (commit {trials.Commit ?? "unknown"}): times are what was seen once, not a distribution.",
            ],
            FaultTable.Of(findings)
        );
    }

    private static string Answered(List<FaultFinding> findings)
    {
        var amiss = findings.FindAll(finding =>
            finding.Outcome is FaultOutcome.Incorrect or FaultOutcome.Failed
        );
        var kept = findings.Count(finding => finding.Outcome == FaultOutcome.Kept);
        return $"{kept} of {Quantities.Counted(findings.Count, "trial")} kept every acknowledged write"
            + (
                amiss.Count == 0
                    ? "."
                    : $"; not as it should be: {string.Join("; ", amiss.Select(finding => $"{finding.Trial.Model}, {finding.Trial.Fault}: {finding.Reason}"))}."
            );
    }
}
