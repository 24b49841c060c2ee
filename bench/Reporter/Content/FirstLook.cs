using Bench.Analysis;

namespace Bench.Reporter.Content;

/// <summary>What the first screen says before any table: what was measured, where, whether it can be trusted, who won and by how much.</summary>
internal static class FirstLook
{
    /// <param name="run">The run.</param>
    /// <param name="headlines">The answers that speak for their workloads.</param>
    /// <param name="remarks">Whether the run can be trusted: <see cref="Trust"/>.</param>
    public static IReadOnlyList<Fact> Of(
        RunAnalysis run,
        IReadOnlyList<Answer> headlines,
        IReadOnlyList<Remark> remarks
    ) =>
        [
            new("Measured", $"{RunFacts.Measured(run.Manifest)}."),
            new("Where", $"{RunFacts.Where(run.Manifest)}."),
            new("Can it be trusted?", Verdict(remarks)),
            .. headlines.Count == 0
                ? Array.Empty<Fact>()
                : [new("Who won, and by how much?", Tally.Of(headlines))],
        ];

    // The remarks begin with the samples and, where there is one, the A/A arm: what every reader must know.
    private static string Verdict(IReadOnlyList<Remark> remarks)
    {
        var (warnings, notes) = (Count(remarks, Remark.Warning), Count(remarks, Remark.Note));
        string[] more =
        [
            .. warnings == 0 ? Array.Empty<string>() : [Quantities.Counted(warnings, "warning")],
            .. notes == 0 ? Array.Empty<string>() : [Quantities.Counted(notes, "note")],
        ];
        return $"{(warnings == 0 ? "Yes" : "With care")}: {string.Join(' ', remarks.Take(2).Select(remark => remark.Text))}"
            + (more.Length == 0 ? "" : $" In all {string.Join(" and ", more)}, listed below the answers.");
    }

    private static int Count(IReadOnlyList<Remark> remarks, string kind) =>
        remarks.Count(remark => remark.Kind == kind);
}
