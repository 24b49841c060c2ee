using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Words;

namespace Bench.Reporter.Pictures;

/// <summary>A metric against the one parameter that a sweep varies, both logarithmic.</summary>
internal static class GrowthPicture
{
    // One line beside single points compares nothing.
    private const int FewestLines = 2;

    // More would hide the lines; the table of crossovers has them all.
    private const int MostCrossings = 3;
    private const int FewestForPower = 3;

    // Sizes of which two cannot be told apart on a log axis, such as 990 and 999, do not grow.
    private const double Nearest = 1.05;

    /// <summary>Null when fewer than two arms have two sizes, or sizes are too close for a log axis.</summary>
    public static Picture? Of(Sweep sweep, Metric metric)
    {
        var lines = Lines(sweep, metric);
        if (lines.Count(line => line.Points.Count > 1) < FewestLines || AreClose(sweep))
        {
            return null;
        }

        var workload = sweep.Workload;
        var parameter = ParameterWords.Name(sweep.Parameter);
        var title = $"How does it grow? {metric.Title} against {parameter}";
        var common = sweep.Others.Count == 0 ? "" : $" · {ParameterWords.Of(sweep.Others)}";
        var place = $"{workload} · {sweep.Terms} terms{common}";
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
            "Both axes are logarithmic, so a straight line is a power law. Beside each name is by how much the value changes when the size is ten "
                + "times as large (by least squares, from three sizes): ×1 means that size does not matter, ×10 that ten times the size costs ten times as much."
                + (
                    crossings.Count == 0
                        ? ""
                        : $" A dotted line in a grey band marks the place between two measured sizes from which one model is better than another, and its 95 % interval; at most {MostCrossings} are drawn."
                ),
            Theme.Width,
            LineChart.Height(lines, place),
            LineChart.Draw(
                title,
                place,
                lines,
                Across(sweep, lines),
                Axis.Log(values.Select(log => Math.Pow(10, log)), metric.Unit, LineChart.UprightRoom(lines)),
                $"{parameter} (log scale){LineChart.BandWords(lines, "95 % interval")}",
                $"{metric.Title.ToLowerInvariant()} (log scale)",
                crossings: crossings
            )
        );
    }

    private static bool AreClose(Sweep sweep)
    {
        var sizes = sweep.Scenarios.Select(point => point.Value).Order().ToList();
        return sizes.Zip(sizes.Skip(1), (one, next) => next / one).Any(ratio => ratio < Nearest);
    }

    private static List<Crossing> Crossings(Sweep sweep, Metric metric) =>
        [
            .. Crossovers
                .Along(sweep, metric)
                .SelectMany(pair => pair.Found)
                .OrderBy(found => found.At)
                .Take(MostCrossings)
                .Select(found => new Crossing(
                    Math.Log10(found.At),
                    Math.Log10(found.Low),
                    Math.Log10(found.High),
                    $"from about {ParameterWords.Value(sweep.Parameter, Quantities.Significant(found.At))}: {found.After} better than {found.Before}"
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
            points.Count < FewestForPower
                ? ArmName.Of(arm)
                : $"{ArmName.Of(arm)}, ×10 → ×{Quantities.Significant(Math.Pow(10, Slope(points)))}",
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
