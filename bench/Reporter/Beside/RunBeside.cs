using Bench.Analysis;

namespace Bench.Reporter.Beside;

/// <summary>A run beside an earlier one, in the metric that matters to each workload and in some that all have.</summary>
/// <param name="Earlier">The earlier run.</param>
/// <param name="Asked">What was compared; the first is each workload's own metric.</param>
internal sealed record RunBeside(EarlierRun Earlier, IReadOnlyList<AskedChanges> Asked)
{
    /// <summary>The largest relative difference that does not matter.</summary>
    public const double Margin = 0.05;

    private static readonly Metric[] s_everywhere =
    [
        Metrics.Throughput,
        Metrics.P50,
        Metrics.P99,
        Metrics.PeakResident,
        Metrics.ProcessorSecondsPerOperation,
    ];

    public static RunBeside Of(EarlierRun earlier, RunAnalysis after) =>
        new(
            earlier,
            [
                .. s_everywhere
                    .Prepend(null)
                    .AsParallel()
                    .AsOrdered()
                    .Select(metric => new AskedChanges(
                        metric,
                        new Comparisons(metric, Margin).Changes(earlier.Run, after)
                    ))
                    .Where(asked => asked.Metric is null || asked.Changes.Count > 0),
            ]
        );
}
