using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Beside;

/// <summary>This run beside an earlier one, as the templates need it.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Answer">How many cases are better, worse, equivalent and open.</param>
/// <param name="Method">How they are compared.</param>
/// <param name="Remarks">In what the runs differ, what compares badly first.</param>
/// <param name="Figures">The largest changes: one picture, or none.</param>
/// <param name="Changes">Every case that both have.</param>
internal sealed record BesideSection(
    string Title,
    string Answer,
    string Method,
    IReadOnlyList<Remark> Remarks,
    IReadOnlyList<Figure> Figures,
    Table Changes
)
{
    private static readonly Outcome[] s_order =
    [
        Outcome.Worse,
        Outcome.Better,
        Outcome.Equivalent,
        Outcome.Inconclusive,
    ];

    /// <summary>None when there is no earlier run.</summary>
    public static IEnumerable<BesideSection> Of(RunBeside? beside, IReadOnlyList<Figure> figures)
    {
        if (beside is not null)
        {
            var changes = beside.Asked[0].Changes;
            yield return new(
                $"Beside run {beside.Earlier.Run.Manifest.Run}",
                Said(changes),
                "Ratios are this run's value divided by the earlier one's, round by round of the same number, with their 99 % interval; a ratio within ±5 % for certain is equivalent. "
                    + "All cases of a metric are one family (Holm). What else changed between the runs changed these figures, too: the same machine on another day is another machine by some percent.",
                [
                    .. beside.Earlier.Warnings.Select(text => new Remark(Remark.Warning, text)),
                    .. beside.Earlier.Notes.Select(text => new Remark(Remark.Note, text)),
                ],
                figures,
                BesideTable.Of(changes)
            );
        }
    }

    private static string Said(IReadOnlyList<RunChange> changes)
    {
        var counts = s_order
            .Select(outcome =>
                (Outcome: outcome, Count: changes.Count(change => change.Verdict.Outcome == outcome))
            )
            .Where(item => item.Count > 0)
            .Select(item => $"{item.Count} {VerdictWords.Word(item.Outcome)}");
        return changes.Count == 0
            ? "No case was measured in both runs."
            : $"Of {Quantities.Counted(changes.Count, "case")} that both runs have: {string.Join(", ", counts)}.";
    }
}
