using Bench.Results;

namespace Bench.Analysis;

/// <summary>
/// Finds where arms overtake each other along a parameter. Between two measured values, ratio and interval ends run
/// straight in their logarithms over the parameter's logarithm (over the parameter itself where it is not positive).
/// The interval of a crossover is where the 95 % band holds 1 (Fieller's way of inverting an interval): it needs no
/// resampling and is as honest with five rounds as with fifty.
/// </summary>
public static class Crossovers
{
    private const double Level = 0.95;

    /// <summary>Every pair of arms in every series of scenarios that differ in this parameter alone. A/A copies and incorrect arms are left out.</summary>
    public static IReadOnlyList<CrossoverAnalysis> Along(RunAnalysis run, string parameter, Metric metric) =>
        [
            .. from scenario in run.Scenarios
            where scenario.Parameters.Number(parameter) is not null
            group scenario by (
                Workload: scenario.Workload.Id,
                scenario.Terms,
                Others: Without(scenario.Parameters, parameter)
            ) into series
            where series.Count() > 1
            from analysis in Pairs(
                [.. series.OrderBy(scenario => scenario.Parameters.Number(parameter))],
                parameter,
                metric
            )
            select analysis with
            {
                Workload = series.Key.Workload,
                Terms = series.Key.Terms,
                Others = series.Key.Others,
            },
        ];

    /// <summary>The crossovers along points in ascending order of their parameter.</summary>
    /// <param name="points">Ratios of the other arm to the one arm, with intervals.</param>
    /// <param name="one">Name of the one arm.</param>
    /// <param name="other">Name of the other arm.</param>
    /// <param name="higherIsBetter">True when a ratio above 1 means that the other arm leads.</param>
    public static IReadOnlyList<Crossover> Of(
        IReadOnlyList<CurvePoint> points,
        string one,
        string other,
        bool higherIsBetter
    )
    {
        CurvePoint[] decided = [.. points.Where(point => Side(point) != 0)];
        return
        [
            .. decided
                .Zip(decided.Skip(1))
                .Where(pair => Side(pair.First) != Side(pair.Second))
                .Select(pair => Between(pair.First, pair.Second)),
        ];

        Crossover Between(CurvePoint first, CurvePoint last)
        {
            CurvePoint[] way = [.. points.Where(point => point.At >= first.At && point.At <= last.At)];
            var rising = Side(first) < 0;
            double[] ends =
            [
                Root(way, point => rising ? point.High : point.Low),
                Root(way, point => point.Ratio),
                Root([.. way.Reverse()], point => rising ? point.Low : point.High),
            ];
            var otherLeads = rising == higherIsBetter;
            return new(ends[1], ends[0], ends[2], otherLeads ? one : other, otherLeads ? other : one);
        }
    }

    private static IEnumerable<CrossoverAnalysis> Pairs(Scenario[] series, string parameter, Metric metric)
    {
        string[] names =
        [
            .. series.SelectMany(scenario => scenario.Competing).Select(arm => arm.Name).Distinct(),
        ];
        return from one in names.Index()
            from other in names.Skip(one.Index + 1)
            let points = Points(series, parameter, metric, one.Item, other)
            select new CrossoverAnalysis(
                "",
                "",
                ParameterSet.Empty,
                parameter,
                metric,
                one.Item,
                other,
                points,
                Of(points, one.Item, other, metric.HigherIsBetter)
            );
    }

    private static List<CurvePoint> Points(
        Scenario[] series,
        string parameter,
        Metric metric,
        string one,
        string other
    ) =>
        [
            .. from scenario in series
            from first in scenario.Competing.Where(arm => arm.Name == one)
            from second in scenario.Competing.Where(arm => arm.Name == other)
            let ratio = Comparison.LogRatios(first, second, metric)
            where ratio.Count > 1 && ratio.All(double.IsFinite)
            let estimate = StudentLogRatio.Of(ratio)
            let interval = estimate.Interval(Level)
            select new CurvePoint(
                scenario.Parameters.Number(parameter)!.Value,
                Math.Exp(estimate.Centre),
                Math.Exp(interval.Low),
                Math.Exp(interval.High)
            ),
        ];

    private static int Side(CurvePoint point) =>
        point.Low > 1 ? 1
        : point.High < 1 ? -1
        : 0;

    /// <summary>The first place along the way at which the value passes 1.</summary>
    private static double Root(CurvePoint[] way, Func<CurvePoint, double> value)
    {
        var (from, to) = way.Zip(way.Skip(1)).First(pair => value(pair.First) > 1 != value(pair.Second) > 1);
        var share = Math.Log(value(from)) / (Math.Log(value(from)) - Math.Log(value(to)));
        return Math.Min(from.At, to.At) > 0
            ? Math.Exp(Math.Log(from.At) + (share * Math.Log(to.At / from.At)))
            : from.At + (share * (to.At - from.At));
    }

    private static ParameterSet Without(ParameterSet parameters, string name) =>
        new(parameters.Where(parameter => parameter.Key != name));
}
