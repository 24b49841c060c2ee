using Bench.Analysis;
using Bench.Cli.History;
using Bench.Cli.Trending;
using Bench.Measurement.Planning;
using Bench.Reporter.Trends;
using Bench.Results;
using Bench.Results.History;

namespace Bench.Cli.Serving;

/// <summary>The history as a site shows it: looked at anew for each page, so that a run added meanwhile is there.</summary>
/// <param name="target">What <c>--history</c> says; null when it is not given.</param>
internal sealed class ServedHistory(string? target)
{
    private const double Margin = 0.05;

    /// <summary>What it holds, in a sentence; why there is none, when there is none.</summary>
    public string InWords()
    {
        try
        {
            var history = HistoryTarget.Open(target);
            var runs = history.Runs(RunFilter.All);
            var machines = runs.Select(run => run.Machine).Distinct().Count();
            return runs.Count == 0
                ? $"{history.Name} has no runs yet: ./run.sh history add DIR adds one."
                : $"{Quantities.Counted(runs.Count, "run")} of {Quantities.Counted(machines, "machine")} in {history.Name}, {runs[0].StartedAt:yyyy-MM-dd} to {runs[^1].StartedAt:yyyy-MM-dd}.";
        }
        catch (ResultsException error)
        {
            return $"There is none: {error.Message}";
        }
    }

    /// <summary>The page of what has changed, or a page that says why there is none.</summary>
    public string Trend()
    {
        try
        {
            var reviews = TrendReviews.Of(
                HistoryTarget.Open(target),
                new AskedSeries(CasePatterns.All, null, null),
                Margin,
                SinceTime.Of(null, DateTimeOffset.UtcNow, BuildFacts.Repository)
            );
            return TrendWriter.Html(reviews, "./run.sh trend");
        }
        catch (Exception error) when (error is ResultsException or UserException)
        {
            return Reporter.Site.NoticePage.Of("No trend yet", error.Message);
        }
    }
}
