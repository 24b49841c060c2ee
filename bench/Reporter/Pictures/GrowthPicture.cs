using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Words;

namespace Bench.Reporter.Pictures;

/// <summary>A metric against the one parameter that a sweep varies, both logarithmic.</summary>
internal static class GrowthPicture
{
    public static Picture? Of(Sweep sweep, Metric metric)
    {
        var lines = Lines(sweep, metric);
        if (!lines.Exists(line => line.Points.Count > 1))
        {
            return null;
        }

        var workload = sweep.Workload;
        var parameter = ParameterWords.Name(sweep.Parameter);
        var title = $"How does it grow? {metric.Title} against {parameter}";
        var common = sweep.Others.Count == 0 ? "" : $"{ParameterWords.Of(sweep.Others)} · ";
        var place = $"{workload} · {common}{sweep.Terms} terms";
        var values = lines
            .SelectMany(line => line.Points)
            .SelectMany(point => new[] { point.Low, point.High });
        var crossings = Crossings(sweep, metric);
        string[] said =
        [
            .. lines.Select(line => line.Label),
            .. crossings.Select(crossing => crossing.Label),
        ];
        return new(
            Slug.Of($"{workload} {sweep.Terms} {sweep.Others} {metric.Id} by {sweep.Parameter}"),
            title,
            $"{title}, {place}. {string.Join("; ", said)}.",
            "Both axes are logarithmic, so a straight line is a power law and its slope the exponent: 0 means that size does not "
                + "matter, 1 that ten times the size costs ten times as much. Bands are 95 % intervals; slopes are by least squares."
                + (
                    crossings.Count == 0
                        ? ""
                        : " A dotted line in a grey band marks where one model overtakes another, which is to say becomes the better one, and the 95 % interval of that place."
                ),
            Theme.Width,
            LineChart.Height,
            LineChart.Draw(
                title,
                place,
                lines,
                Across(sweep, lines),
                Axis.Log(values.Select(log => Math.Pow(10, log)), metric.Unit, LineChart.UprightRoom),
                $"{parameter} (log scale)",
                $"{metric.Title.ToLowerInvariant()} (log scale)",
                crossings: crossings
            )
        );
    }

    private static List<Crossing> Crossings(Sweep sweep, Metric metric) =>
        [
            .. Crossovers
                .Along(sweep, metric)
                .SelectMany(pair => pair.Found)
                .OrderBy(found => found.At)
                .Select(found => new Crossing(
                    Math.Log10(found.At),
                    Math.Log10(found.Low),
                    Math.Log10(found.High),
                    $"{found.After} overtakes {found.Before} at {ParameterWords.Value(sweep.Parameter, Quantities.Format(found.At, Unit.Count))}"
                )),
        ];

    private static Axis Across(Sweep sweep, List<Line> lines)
    {
        var sizes = sweep.Scenarios.Select(point => point.Value).ToList();
        var axis = Axis.Log(sizes, Unit.Count, LineChart.AcrossRoom(lines));
        var room = LineChart.AcrossRoom(lines);
        var ticks = sizes.ConvertAll(size =>
            ScottPlot.Tick.Major(Math.Log10(size), ParameterWords.Value(sweep.Parameter, $"{size:0.######}"))
        );
        var pixels = room.Pixels / (axis.High - axis.Low);
        var apart = ticks.Zip(ticks.Skip(1), (a, b) => (b.Position - a.Position) * pixels);
        return apart.All(gap => gap >= room.PerLabel) ? axis with { Ticks = ticks } : axis;
    }

    private static List<Line> Lines(Sweep sweep, Metric metric) =>
        [
            .. sweep
                .Scenarios.SelectMany(point =>
                    point
                        .Scenario.Arms.Where(arm => arm.Case.Competes && ArmWords.IsShown(arm))
                        .Select(arm => (point.Value, Arm: arm, Estimate: arm.Estimate(metric)))
                )
                .Where(item => item.Estimate is { Value: > 0 })
                .GroupBy(item => (item.Arm.Case.Model, item.Arm.Case.Variant))
                .Select(group =>
                    Line(
                        group.First().Arm,
                        [.. group.Select(item => Point(item.Value, item.Estimate!.Value))]
                    )
                ),
        ];

    private static Line Line(Arm arm, List<LinePoint> points) =>
        new(
            points.Count < 2
                ? ArmName.Of(arm)
                : $"{ArmName.Of(arm)}, slope {Math.Round(Slope(points), 2) + 0.0:0.00}",
            ModelLook.Of(arm.Case.Model),
            arm.Case.Variant,
            points
        );

    private static LinePoint Point(double size, Estimate estimate) =>
        new(
            Math.Log10(size),
            Math.Log10(estimate.Value),
            Math.Log10(estimate.Low is > 0 and var low ? low : estimate.Value),
            Math.Log10(estimate.High ?? estimate.Value),
            Marked: true
        );

    private static double Slope(List<LinePoint> points)
    {
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        return points.Sum(point => (point.X - x) * (point.Y - y))
            / points.Sum(point => (point.X - x) * (point.X - x));
    }
}
