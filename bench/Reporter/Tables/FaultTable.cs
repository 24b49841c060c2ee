using Bench.Analysis;
using Bench.Analysis.Faults;
using Bench.Reporter.Content;

namespace Bench.Reporter.Tables;

/// <summary>What each fault did: a group a model.</summary>
internal static class FaultTable
{
    public static Table Of(IReadOnlyList<FaultFinding> findings) =>
        new(
            "First success: from the fault to the first acknowledgement of a write that was sent after it to what the hit node kept. Full rate: until acknowledgements of any one second were never again "
                + "fewer than 95 % of the offered. Errors: attempts without an answer within 1 s, which were repeated with the same number. In doubt: neither acknowledged nor refused. "
                + "Lost: acknowledged, and not held at the end.",
            [
                new("fault", false),
                new("first success", true),
                new("full rate", true),
                new("writes", true),
                new("errors", true),
                new("in doubt", true),
                new("lost", true),
                new("verdict", false),
            ],
            [
                .. findings
                    .GroupBy(finding => finding.Trial.Model)
                    .Select(model => new TableGroup(Heading(model.Key, [.. model]), [.. model.Select(Row)])),
            ]
        );

    private static string Heading(string model, List<FaultFinding> findings)
    {
        var trial = findings.Find(finding => finding.Trial.Nodes > 0)?.Trial;
        return trial is null
            ? model
            : $"{model}: {Quantities.Counted(trial.Nodes, "node")} and a client, {Quantities.Format(trial.OfferedPerSecond, Unit.PerSecond)} offered, "
                + (trial.IsDurable ? "promises to keep what it acknowledges" : "state in memory");
    }

    private static TableRow Row(FaultFinding finding)
    {
        var trial = finding.Trial;
        return trial.Missing is { } missing
            ? new(trial.Title, [new($"{FaultWords.Of(finding.Outcome)}: {missing}", "", "note")])
            : new(
                trial.Title,
                [
                    Cell.Figure(FaultWords.FirstSuccess(trial)),
                    Cell.Figure(FaultWords.FullRate(trial)),
                    Count(trial.Intended),
                    Count(trial.Errors),
                    Count(trial.InDoubt),
                    Count(trial.Lost),
                    new(FaultWords.Of(finding.Outcome), finding.Reason, Kind(finding.Outcome)),
                ]
            );
    }

    private static Cell Count(long count) => Cell.Figure(Quantities.Format(count, Unit.Count));

    private static string Kind(FaultOutcome outcome) =>
        outcome switch
        {
            FaultOutcome.Kept => "holds",
            FaultOutcome.LostState => "undecided",
            _ => "refuted",
        };
}
