using Bench.Analysis;
using Bench.Analysis.Backends;
using Bench.Reporter.Content;

namespace Bench.Reporter.Backends;

/// <summary>The simulated backend beside real ones, as the templates need it.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Answer">What becomes of the order of models.</param>
/// <param name="Paragraphs">How it was measured and what the figures are not.</param>
/// <param name="Figures">Every model on every backend.</param>
/// <param name="Orders">Every pair of models.</param>
internal sealed record BackendSection(
    string Title,
    string Answer,
    IReadOnlyList<string> Paragraphs,
    Table Figures,
    Table Orders
)
{
    /// <summary>None when nothing was measured on both.</summary>
    public static IEnumerable<BackendSection> Of(RunAnalysis run)
    {
        var comparisons = BackendComparison.Of(run);
        if (comparisons.Count > 0)
        {
            yield return new(
                "Simulated beside real backends",
                BackendWords.Answer(comparisons),
                [
                    "The same requests, arrivals, limits and checks; only what a request calls is another. The simulated device and the HTTP server "
                        + "take the service time that each request asks for; a database takes its own time and keeps stock, money and parts itself, so its latency is the database's. "
                        + "Compare models within a column; between columns only their order says anything.",
                    "An order is shown when the 99 % interval of the ratio over paired rounds excludes 1, and equivalence when the 95 % interval lies within ±5 %: the rule of every "
                        + "verdict here. All pairs on all backends are one family (Holm). Where neither is so, no order is shown, and nothing is said of a change.",
                ],
                BackendTables.Figures(comparisons),
                BackendTables.Orders(comparisons)
            );
        }
    }
}
