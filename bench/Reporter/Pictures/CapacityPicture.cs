using Bench.Analysis;
using Bench.Analysis.Capacity;
using Bench.Reporter.Charts;
using Bench.Reporter.Words;

namespace Bench.Reporter.Pictures;

/// <summary>Where does it saturate? A latency against the throughput achieved, over the loads that were offered.</summary>
internal static class CapacityPicture
{
    /// <summary>A picture for each kind of terms on which something was measured.</summary>
    public static IEnumerable<Picture> Of(IReadOnlyList<LaneCapacity> lanes) =>
        lanes.GroupBy(lane => lane.Target.Terms).Select(terms => Of([.. terms], terms.Key)).OfType<Picture>();

    private static Picture? Of(List<LaneCapacity> lanes, string terms)
    {
        var level = lanes[0].Level;
        var metric = level.OnLatency?.Metric ?? Metrics.P99;
        var lines = lanes.ConvertAll(lane => Line(lane, metric)).FindAll(line => line.Points.Count > 0);
        if (lines.Count == 0)
        {
            return null;
        }

        var workload = lanes[0].Target.Workload;
        var title = $"Where does it saturate? {metric.Title} against achieved throughput";
        var place = $"{workload} · {level.Text} · {terms} terms";
        var limit = level.OnLatency is { } objective
            ? new Limit(Math.Log10(objective.Threshold), objective.Text)
            : null;
        var points = lines.SelectMany(line => line.Points).ToList();
        var heights = points.Select(point => point.Y).Concat(limit is null ? [] : [limit.At]);
        return new(
            Slug.Of($"{workload} {terms} capacity"),
            title,
            $"{title}, {place}. {string.Join(" ", lanes.Select(CapacityWords.Sentence))}",
            "Each mark is one offered load, joined in ascending order: further right is more work done, further up is slower. A line that turns "
                + "upward has reached its limit; the capacity is where it passes the level line. A lane whose line ends below it could not be "
                + "offered more here.",
            Theme.Width,
            LineChart.Height(lines, place),
            LineChart.Draw(
                title,
                place,
                lines,
                Axis.Log(
                    Values(points.Select(point => point.X)),
                    Unit.PerSecond,
                    LineChart.AcrossRoom(lines)
                ),
                Axis.Log(Values(heights), metric.Unit, LineChart.UprightRoom(lines)),
                "achieved throughput (log scale)",
                $"{metric.Title.ToLowerInvariant()} (log scale)",
                limit
            )
        );
    }

    private static IEnumerable<double> Values(IEnumerable<double> logs) =>
        logs.Select(log => Math.Pow(10, log));

    private static Line Line(LaneCapacity lane, Metric metric) =>
        new(
            Label(lane),
            ModelLook.Of(lane.Target.Model),
            lane.Target.Variant,
            [.. CapacityLoad.Of(lane, metric).Select(load => Point(load, metric))]
        );

    private static LinePoint Point(CapacityLoad load, Metric metric)
    {
        var x = Math.Log10(load.Of(Metrics.Throughput).Centre);
        var y = Math.Log10(load.Of(metric).Centre);
        return new(x, y, y, y, Marked: true);
    }

    private static string Label(LaneCapacity lane) =>
        lane.Estimate.Load is null ? lane.Name : $"{lane.Name}, {CapacityWords.State(lane)}";
}
