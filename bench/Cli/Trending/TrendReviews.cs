using Bench.Analysis.Trends;
using Bench.Results.History;

namespace Bench.Cli.Trending;

/// <summary>What a history says of a time, machine by machine.</summary>
internal static class TrendReviews
{
    /// <summary>The margin of those who ask for none.</summary>
    public const string UsualMargin = "5%";

    /// <param name="history">The history.</param>
    /// <param name="asked">Which of its series.</param>
    /// <param name="margin">The largest change that does not matter, such as 0.05.</param>
    /// <param name="since">The time.</param>
    /// <exception cref="UserException">The history has nothing of what is asked for.</exception>
    public static IReadOnlyList<TrendReview> Of(
        IHistoryStore history,
        AskedSeries asked,
        double margin,
        SinceTime since
    ) =>
        [
            .. asked
                .In(history)
                .Select(machine => new TrendReview(
                    machine.Last.Machine,
                    machine.Last.MachineWords,
                    margin,
                    since.At,
                    since.Words,
                    SeriesFamily.Of(machine.Series, margin)
                )),
        ];
}
