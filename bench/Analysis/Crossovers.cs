namespace Bench.Analysis;

/// <summary>
/// Finds where arms overtake each other along a parameter: between a size at which one is better and a larger one at
/// which the other is. Between two measured sizes, ratio and interval ends are taken to run straight in their logarithms over the
/// parameter's logarithm (over the parameter itself where it is not positive). The interval of a crossover is where the
/// 95 % band holds 1 (Fieller's way of inverting an interval): it needs no resampling and is as honest with five rounds
/// as with fifty. It cannot know what the curve does between the sizes.
/// </summary>
public static class Crossovers
{
    /// <summary>What is looked at unless a metric is asked for.</summary>
    public static IEnumerable<Metric> Usual(Scenario scenario) =>
        new[] { scenario.Metric, Metrics.Throughput, Metrics.P99, Metrics.PeakResident }.Distinct();

    /// <summary>
    /// Every pair of arms that the plan lets meet at two sizes or more. A/A copies are left out, and incorrect arms have no
    /// figure. All pairs at all sizes are one family (Benjamini–Hochberg), for they are read together.
    /// </summary>
    public static IReadOnlyList<CrossoverAnalysis> Along(Sweep sweep, Metric metric)
    {
        var pairs = Pairs(sweep).ToList();
        (string One, string Other, double At, Verdict Verdict)[] verdicts =
        [
            .. from pair in pairs
            from point in sweep.Scenarios
            from first in point.Scenario.Competing.Where(arm => arm.Name == pair.One)
            from second in point.Scenario.Competing.Where(arm => arm.Name == pair.Other)
            select (pair.One, pair.Other, point.Value, Comparison.Compare(first, second, metric)),
        ];
        var adjusted = Family.BenjaminiHochberg([.. verdicts.Select(item => item.Verdict)]);
        var judged = verdicts
            .Zip(adjusted, (item, verdict) => item with { Verdict = verdict })
            .ToLookup(item => (item.One, item.Other));
        return
        [
            .. pairs.Select(pair =>
            {
                CurvePoint[] points =
                [
                    .. judged[(pair.One, pair.Other)].SelectMany(item => Point(item.At, item.Verdict)),
                ];
                return new CrossoverAnalysis(
                    sweep,
                    metric,
                    pair.One,
                    pair.Other,
                    points,
                    [.. pair.Sizes.Except(points.Select(point => point.At))],
                    Of(points, pair.One, pair.Other)
                );
            }),
        ];
    }

    /// <summary>The crossovers along points in ascending order of their parameter.</summary>
    /// <param name="points">Ratios of the other arm to the one arm, with intervals and verdicts.</param>
    /// <param name="one">Name of the one arm.</param>
    /// <param name="other">Name of the other arm.</param>
    public static IReadOnlyList<Crossover> Of(IReadOnlyList<CurvePoint> points, string one, string other)
    {
        CurvePoint[] decided = [.. points.Where(point => point.HasLeader)];
        return
        [
            .. decided
                .Zip(decided.Skip(1))
                .Where(pair => pair.First.Outcome != pair.Second.Outcome)
                .Select(pair => Between(pair.First, pair.Second)),
        ];

        Crossover Between(CurvePoint first, CurvePoint last)
        {
            CurvePoint[] way = [.. points.Where(point => point.At >= first.At && point.At <= last.At)];
            var rising = first.Ratio < 1;
            var otherLeads = last.Outcome == Outcome.Better;
            return new(
                Root(way, point => point.Ratio),
                Root(way, point => rising ? point.High : point.Low),
                Root([.. way.Reverse()], point => rising ? point.Low : point.High),
                otherLeads ? one : other,
                otherLeads ? other : one
            );
        }
    }

    /// <summary>The sizes at which two arms are planned, ascending, for all who share two or more.</summary>
    private static IEnumerable<(string One, string Other, double[] Sizes)> Pairs(Sweep sweep)
    {
        var planned = sweep
            .Scenarios.SelectMany(point =>
                point
                    .Scenario.Arms.Where(arm => arm.Case.Competes)
                    .Select(arm => (arm.Name, Size: point.Value))
            )
            .GroupBy(arm => arm.Name, arm => arm.Size)
            .ToList();
        return from one in planned.Index()
            from other in planned.Skip(one.Index + 1)
            let sizes = one.Item.Intersect(other).ToArray()
            where sizes.Length > 1
            select (one.Item.Key, other.Key, sizes);
    }

    private static IEnumerable<CurvePoint> Point(double at, Verdict verdict) =>
        verdict is { Ratio: > 0 and { } ratio, LowEquivalence: > 0 and { } low, HighEquivalence: { } high }
            ? [new(at, ratio, low, high, verdict.Outcome)]
            : [];

    /// <summary>The first place along the way at which the value passes 1.</summary>
    private static double Root(CurvePoint[] way, Func<CurvePoint, double> value)
    {
        var (from, to) = way.Zip(way.Skip(1)).First(pair => value(pair.First) > 1 != value(pair.Second) > 1);
        var share = Math.Log(value(from)) / (Math.Log(value(from)) - Math.Log(value(to)));
        return Math.Min(from.At, to.At) > 0
            ? Math.Exp(Math.Log(from.At) + (share * Math.Log(to.At / from.At)))
            : from.At + (share * (to.At - from.At));
    }
}
