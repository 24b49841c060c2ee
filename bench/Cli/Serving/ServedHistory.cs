using System.Text.Json;
using Bench.Cli.History;
using Bench.Cli.Json;
using Bench.Cli.Trending;
using Bench.Measurement.Planning;
using Bench.Reporter.Trends;
using Bench.Results;
using Bench.Results.History;

namespace Bench.Cli.Serving;

/// <summary>The history as a site shows it: looked at anew for each page, so that a run added meanwhile is there.</summary>
/// <param name="target">What <c>--history</c> says; null when it is not given.</param>
/// <param name="since">What <c>--since</c> says; null when it is not given.</param>
internal sealed class ServedHistory(string? target, string? since = null)
{
    private readonly Lock _asking = new();
    private (string State, Task<TrendPages> Pages)? _drawn;

    /// <summary>Where it is, and its runs, oldest first.</summary>
    /// <exception cref="ResultsException">There is none, or it cannot be read.</exception>
    public (string Name, IReadOnlyList<RecordedRun> Runs) Look()
    {
        var history = HistoryTarget.Open(target);
        return (history.Name, history.Runs(RunFilter.All));
    }

    /// <summary>
    /// What changed: drawn once for each state of the history, however often and by however many it is asked for. Fails with a
    /// <see cref="UserException"/> when nothing could have changed.
    /// </summary>
    /// <exception cref="ResultsException">There is no history, or it cannot be read.</exception>
    public Task<TrendPages> Trend()
    {
        lock (_asking)
        {
            var history = HistoryTarget.Open(target);
            var from = SinceTime.Of(since, DateTimeOffset.UtcNow, BuildFacts.Repository);
            var state = State(history.Runs(RunFilter.All), from);
            if (_drawn is not { Pages.IsFaulted: false } drawn || drawn.State != state)
            {
                _drawn = drawn = (state, Task.Run(() => Draw(history, from)));
            }

            return drawn.Pages;
        }
    }

    private TrendPages Draw(IHistoryStore history, SinceTime from)
    {
        var asked = new AskedSeries(new CasePatterns([]), null, null);
        var reviews = TrendReviews.Of(history, asked, Margin.Parse(TrendReviews.UsualMargin), from);
        var command = since is null ? "./run.sh trend" : $"./run.sh trend --since {since}";
        return new(
            TrendWriter.Html(reviews, command),
            TrendWriter.Summary(reviews, command),
            JsonSerializer.Serialize(TrendList.Of(reviews), CliJson.Default.TrendList)
        );
    }

    // Nothing is ever taken out of a history or changed in it: its runs and how many samples they have say which state it is in.
    private static string State(IEnumerable<RecordedRun> runs, SinceTime from) =>
        string.Join(' ', runs.Select(run => $"{run.Number}:{run.Samples}").Prepend(from.Words));
}
