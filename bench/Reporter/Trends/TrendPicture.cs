using Bench.Analysis;
using Bench.Analysis.Trends;
using Bench.Reporter.Charts;
using Bench.Reporter.Words;
using ScottPlot;

namespace Bench.Reporter.Trends;

/// <summary>A series that changed, with its changes.</summary>
internal static class TrendPicture
{
    private const int MostDays = 7;

    // A factor by which runs at least span the axis, and the share of it that intervals may add at either end.
    private const double LeastSpan = 1.3;

    public static Picture Of(SeriesTrend trend, CaseNames names)
    {
        var centres = trend.Points.Select(point => point.Centre.Value).ToList();
        var room = Math.Sqrt(Math.Max(LeastSpan, centres.Max() / centres.Min()));
        var (least, most) = (centres.Min() / room, centres.Max() * room);
        var points = trend.Points.Select((point, index) => Point(index, point.Centre, least, most)).ToList();
        var axis = Charts.Axis.Log(
            points.SelectMany(point => new[] { Math.Pow(10, point.Low), Math.Pow(10, point.High) }),
            trend.Metric.Unit,
            TrendChart.UprightRoom
        );
        var title = $"{trend.Metric.Title}: {names.Of(trend.Series.Case)}";
        var changes = trend.Changes.Select(change => new TrendFinding(trend, change)).ToList();
        var said = string.Join("; ", changes.Select(Said));
        return new(
            Slug.Of($"{trend.Series.Case} {trend.Series.Metric}"),
            title,
            $"{title}, {Quantities.Counted(points.Count, "run")}. {said}.",
            "A point is a run: the centre of its rounds, with its 95 % interval as a band (one round has none). The thick line is the level. A dotted line marks a "
                + "change, and the grey band the runs between which it lies with 95 %. Rings are outliers, which count for nothing. The axis is logarithmic.",
            Theme.Width,
            TrendChart.Height(said),
            TrendChart.Draw(
                title,
                said,
                new(points, Levels(trend), trend.Outliers, trend.Metric.Format(trend.Levels[^1])),
                axis,
                Days(trend),
                [.. changes.Where(finding => finding.Change.Kind != ChangeKind.Drift).Select(Mark)]
            )
        );
    }

    private static LinePoint Point(int index, Estimate centre, double least, double most)
    {
        var low = Math.Max(least, centre.Low is > 0 and var given ? given : centre.Value);
        var high = Math.Min(most, centre.High ?? centre.Value);
        return new(index, Math.Log10(centre.Value), Math.Log10(low), Math.Log10(high), Marked: true);
    }

    private static IReadOnlyList<IReadOnlyList<LinePoint>> Levels(SeriesTrend trend)
    {
        int[] borders =
        [
            0,
            .. trend.Changes.Where(change => change.Kind == ChangeKind.Step).Select(change => change.At),
            trend.Points.Count,
        ];
        return
        [
            .. borders
                .Zip(borders.Skip(1))
                .Select(pair =>
                    Enumerable.Range(pair.First, pair.Second - pair.First).Select(Level).ToList()
                ),
        ];

        LinePoint Level(int index)
        {
            var level = Math.Log10(trend.Levels[index]);
            return new(index, level, level, level, Marked: false);
        }
    }

    private static List<Tick> Days(SeriesTrend trend)
    {
        var last = trend.Points.Count - 1;
        var steps = Math.Min(MostDays - 1, last);
        return
        [
            .. Enumerable
                .Range(0, steps + 1)
                .Select(step => (int)Math.Round((double)step * last / steps))
                .Select(index => Tick.Major(index, TrendWords.Day(trend.Points[index]))),
        ];
    }

    // A change lies between the last run before it and the first after it.
    private static Crossing Mark(TrendFinding finding) =>
        new(finding.Change.At - 0.5, finding.Change.Earliest - 1, finding.Change.Latest, Said(finding));

    private static string Said(TrendFinding finding) =>
        $"{TrendWords.Verdict(finding.Change)} by {TrendWords.Size(finding.Change)} {TrendWords.Interval(finding.Change)}, {TrendWords.Day(finding.First)}";
}
