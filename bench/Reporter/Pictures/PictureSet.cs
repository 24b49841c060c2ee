using Bench.Analysis;
using Bench.Reporter.Charts;

namespace Bench.Reporter.Pictures;

/// <summary>The pictures of a scenario and of a workload, in the order of the report.</summary>
internal static class PictureSet
{
    /// <param name="scenario">The scenario.</param>
    /// <param name="baseline">Id of the model that the run's others are measured against.</param>
    public static IReadOnlyList<Picture> Of(Scenario scenario, string baseline) =>
        Of(scenario, baseline, PercentileChart.Lines(scenario.Untraced));

    /// <param name="scenario">The scenario.</param>
    /// <param name="baseline">Id of the model that the run's others are measured against.</param>
    /// <param name="tails">The percentile curves of its arms that are not traced.</param>
    public static IReadOnlyList<Picture> Of(Scenario scenario, string baseline, IReadOnlyList<TailLine> tails)
    {
        var untraced = scenario.Untraced;
        return
        [
            .. new[]
            {
                LatencyPicture.Of(untraced),
                TailPicture.Of(untraced, tails),
                ThroughputPicture.Of(untraced),
                MemoryPicture.OfUnits(untraced),
                MemoryPicture.Of(untraced),
                StallPicture.Of(untraced),
                RatioPicture.Of(untraced, baseline),
                OperationsPicture.Of(scenario),
            }.OfType<Picture>(),
        ];
    }

    /// <summary>Growth of the metric that matters and of memory over every sweep among the scenarios.</summary>
    public static IReadOnlyList<Picture> Growth(IReadOnlyList<Scenario> scenarios) =>
        [
            .. from sweep in Sweep.In(scenarios)
            where sweep.Scenarios[0].Value > 0
            from metric in new[] { scenarios[0].Metric, Metrics.PeakResident }.Distinct()
            let picture = GrowthPicture.Of(sweep, metric)
            where picture is not null
            select picture,
        ];
}
