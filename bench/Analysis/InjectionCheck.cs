using Bench.Results;

namespace Bench.Analysis;

/// <summary>Whether slowdowns injected on purpose are found in the metrics that they touch, and in no other.</summary>
public static class InjectionCheck
{
    /// <summary>
    /// Smaller than the smallest slowdown injected: with the usual 5 %, one of 5 % in a service time that is not quite
    /// the whole latency is rightly called equivalent.
    /// </summary>
    public const double Margin = 0.02;

    private static readonly (Metric Metric, double Quantile)[] s_quantiles =
    [
        (Metrics.P50, 0.50),
        (Metrics.P90, 0.90),
        (Metrics.P95, 0.95),
        (Metrics.P99, 0.99),
    ];

    /// <summary>The metrics looked at.</summary>
    public static IReadOnlyList<Metric> Looked { get; } =
    [
        .. s_quantiles.Select(pair => pair.Metric),
        Metrics.Mean,
        Metrics.Throughput,
        Metrics.SteadyResident,
        Metrics.ProcessorSecondsPerOperation,
        Metrics.ErrorRate,
    ];

    /// <summary>Of these, the latencies.</summary>
    public static IReadOnlyList<Metric> Latencies { get; } =
    [.. s_quantiles.Select(pair => pair.Metric), Metrics.Mean];

    /// <summary>Every A/A copy and every slowed arm of a scenario against the original, as one family (Holm).</summary>
    public static IReadOnlyList<InjectedFinding> Of(Scenario scenario)
    {
        var original = scenario.Arms.Single(arm => arm.Case.Competes);
        var arms = scenario.Arms.Where(arm => arm != original).ToList();
        var verdicts = Family.Holm([
            .. from arm in arms
            from metric in Looked
            select Comparison.Compare(original, arm, metric, Margin),
        ]);
        return
        [
            .. arms.SelectMany(arm => Looked.Select(metric => (arm, metric)))
                .Zip(verdicts, (place, verdict) => Finding(place.arm, place.metric, verdict)),
        ];
    }

    /// <summary>The ratio that a slowdown of the whole latency gives a metric.</summary>
    public static double Asked(Slowdown? slowdown, Metric metric)
    {
        if (slowdown is null)
        {
            return 1;
        }

        var quantile = Array.Find(s_quantiles, pair => pair.Metric == metric).Quantile;
        return metric == Metrics.Mean ? 1 + ((slowdown.Factor - 1) * slowdown.Share)
            : quantile > 0 && 1 - quantile < slowdown.Share ? slowdown.Factor
            : 1;
    }

    private static InjectedFinding Finding(Arm arm, Metric metric, Verdict verdict)
    {
        var asked = Asked(arm.Case.Slowdown, metric);
        return new(arm.Name, asked > 1 + Margin, asked, verdict);
    }
}
