using Bench.Analysis;
using Bench.Reporter.Charts;

namespace Bench.Reporter.Pictures;

/// <summary>The pictures of a scenario and of a workload, in the order of the report.</summary>
internal static class PictureSet
{
    public static IReadOnlyList<Picture> Of(Scenario scenario) =>
        [
            .. new[]
            {
                LatencyPicture.Of(scenario),
                TailPicture.Of(scenario),
                ThroughputPicture.Of(scenario),
                MemoryPicture.OfUnits(scenario),
                MemoryPicture.Of(scenario),
                StallPicture.Of(scenario),
                RatioPicture.Of(scenario),
            }.OfType<Picture>(),
        ];

    /// <summary>Growth of the metric that matters and of memory over every sweep among the scenarios.</summary>
    public static IReadOnlyList<Picture> Growth(IReadOnlyList<Scenario> scenarios) =>
        [
            .. from sweep in Sweep.In(scenarios)
            from metric in new[] { scenarios[0].Metric, Metrics.PeakResident }.Distinct()
            let picture = GrowthPicture.Of(sweep, metric)
            where picture is not null
            select picture,
        ];
}
