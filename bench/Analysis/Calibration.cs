namespace Bench.Analysis;

/// <summary>What the A/A pairs of a run say of the machine.</summary>
/// <param name="Items">One per pair and metric; the verdicts are one family (Holm).</param>
public sealed record Calibration(IReadOnlyList<CalibratedMetric> Items)
{
    /// <summary>The metrics that a machine is calibrated for.</summary>
    public static IReadOnlyList<Metric> Headline { get; } =
    [
        Metrics.P50,
        Metrics.P99,
        Metrics.Throughput,
        Metrics.SteadyResident,
        Metrics.ProcessorSecondsPerOperation,
    ];

    /// <summary>Pairs of the same code that were called different: there must be none.</summary>
    public IReadOnlyList<CalibratedMetric> Different =>
        [.. Items.Where(item => item.Verdict.Outcome is Outcome.Better or Outcome.Worse)];

    /// <summary>Every A/A pair of a run in the given metrics; by default the headline ones.</summary>
    public static Calibration Of(RunAnalysis run, IReadOnlyList<Metric>? metrics = null)
    {
        List<(string Workload, Metric Metric, Resolution? Resolution, Verdict Verdict)> items =
        [
            .. from scenario in run.Scenarios
            from copy in scenario.Arms.Where(arm => arm.Case.Replica > 0)
            from original in scenario.Arms.Where(arm =>
                arm.Case.Case == copy.Case.Case && arm.Case.Replica == 0
            )
            from metric in metrics ?? Headline
            select (
                scenario.Workload.Id,
                metric,
                Resolution.Of(Comparison.LogRatios(original, copy, metric)),
                Comparison.Compare(original, copy, metric)
            ),
        ];
        var verdicts = Family.Holm([.. items.Select(item => item.Verdict)]);
        return new([
            .. items.Zip(
                verdicts,
                (item, verdict) => new CalibratedMetric(item.Workload, item.Metric, item.Resolution, verdict)
            ),
        ]);
    }

    /// <summary>For example <c>at 20 rounds this machine resolves, with a chance of 80 %: inventory: p99 ±2.1 % [1.7 – 3.0], …</c>.</summary>
    public string Sentence(int rounds)
    {
        var workloads = Items
            .Where(item => item.Resolution is not null)
            .GroupBy(item => item.Workload)
            .Select(group =>
                $"{group.Key}: "
                + string.Join(
                    ", ",
                    group.Select(item =>
                        $"{item.Metric.Id} {item.Resolution!.At(rounds, Resolution.Probably)}"
                    )
                )
            )
            .ToList();
        return workloads.Count == 0
            ? $"too few rounds to say what this machine resolves: at least {PairedRounds.Fewest} are needed"
            : $"at {rounds} rounds this machine resolves, with a chance of {Resolution.Probably * 100:0} %: {string.Join("; ", workloads)}";
    }
}
