using Bench.Analysis;
using Bench.Reporter.Content;

namespace Bench.Reporter.Home;

/// <summary>The first page of the site that <c>serve</c> shows.</summary>
public static class HomePage
{
    /// <param name="place">The folder whose runs are shown.</param>
    /// <param name="runs">The runs, newest first.</param>
    /// <param name="history">What the history holds, or why there is none, in a sentence.</param>
    public static string Of(string place, IReadOnlyList<ServedRun> runs, string history)
    {
        var judging = runs.FirstOrDefault(run => run.HasClaims);
        return new SitePage(
            "Which concurrency model, for what?",
            $"{Quantities.Counted(runs.Count, "run")} in {place}",
            [new("#runs", "Runs"), new("#claims", "Claims"), SitePage.History, SitePage.Trend],
            [
                new(
                    "runs",
                    "Runs",
                    runs.Count == 0 ? "There is none yet: ./run.sh measures one." : "",
                    runs.Count == 0 ? [] : [Runs(runs)],
                    []
                ),
                judging is null
                    ? new(
                        "claims",
                        "The article's claims",
                        "No report here judges a claim: ./run.sh claims --run measures what they need.",
                        [],
                        []
                    )
                    : new(
                        "claims",
                        "The article's claims",
                        "The newest report that judges them:",
                        [],
                        [new(judging.ClaimsAddress, $"Claims, judged by {judging.Run}")]
                    ),
                new("history", "History and trend", history, [], [SitePage.History, SitePage.Trend]),
            ]
        ).Html();
    }

    private static Table Runs(IReadOnlyList<ServedRun> runs) =>
        Table.Plain(
            "Newest first. A report holds answers, figures with intervals, the article's claims, the code and how it was measured.",
            [
                new("report of run", false),
                new("began (UTC)", false),
                new("preset", false),
                new("models", false),
                new("claims", false),
                new("valid", false),
                new("size", false),
                new("machine", false),
                new("commit", false),
            ],
            [.. runs.Select(Row)]
        );

    private static TableRow Row(ServedRun run) =>
        new(
            run.HasReport ? run.Run : $"{run.Run} (no report yet)",
            run.Problem.Length > 0
                ? [new(run.Problem, "", "note")]
                :
                [
                    Cell.Word($"{run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm}"),
                    Cell.Word(run.Preset),
                    new(run.Models, "", "note"),
                    Cell.Word(run.HasClaims ? "claims" : "–") with
                    {
                        Link = run.HasClaims ? run.ClaimsAddress : "",
                    },
                    Cell.Word(run.Validity),
                    new(run.Size, "", "note"),
                    new(run.Machine, "", "note"),
                    Cell.Word(CommitName.Short(run.Commit)),
                ]
        )
        {
            Link = run.Address,
        };
}
