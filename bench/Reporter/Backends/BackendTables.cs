using Bench.Analysis;
using Bench.Analysis.Backends;
using Bench.Reporter.Content;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Backends;

/// <summary>Models on several backends.</summary>
internal static class BackendTables
{
    /// <summary>Each model's centre on each backend, in the workload's own metric and in throughput.</summary>
    public static Table Figures(IReadOnlyList<BackendComparison> comparisons)
    {
        var backends = comparisons.Select(one => one.Backend).Distinct().ToList();
        return new(
            "Centres over launches with their 95 % interval.",
            [
                new("model", false),
                new(BackendName.Simulated, true),
                .. backends.Select(name => new Column(name, true)),
            ],
            [
                .. from place in comparisons.GroupBy(one => one.Simulated)
                from metric in new[] { place.Key.Metric, Metrics.Throughput }.Distinct()
                select new TableGroup(
                    $"{ScenarioWords.Full(place.Key)}: {metric.Title}",
                    [
                        .. BackendComparison
                            .Models(place.Key)
                            .Select(arm => new TableRow(
                                ArmName.Of(arm),
                                [
                                    Centre(arm, metric),
                                    .. backends.Select(name =>
                                        Centre(
                                            place
                                                .Where(one => one.Backend == name)
                                                .SelectMany(one => BackendComparison.Models(one.Real))
                                                .FirstOrDefault(other => other.Name == arm.Name),
                                            metric
                                        )
                                    ),
                                ]
                            )),
                    ]
                ),
            ]
        );
    }

    /// <summary>Every pair of models on both backends.</summary>
    public static Table Orders(IReadOnlyList<BackendComparison> comparisons) =>
        new(
            "Each pair in the metric that matters to the workload: second ÷ first with its 99 % interval. No order shown: the interval does not exclude 1, or there are too few rounds.",
            [
                new("first, second", false),
                new(BackendName.Simulated, false),
                new("real", false),
                new("the order", false),
            ],
            [
                .. comparisons.Select(one => new TableGroup(
                    $"{ScenarioWords.Full(one.Simulated)}: {one.Simulated.Metric.Title}, {BackendName.Simulated} and {one.Backend}",
                    [
                        .. one.Orders.Select(order => new TableRow(
                            $"{order.Real.Baseline}, {order.Real.Contender}",
                            [
                                Order(order.Simulated),
                                Order(order.Real),
                                new(BackendWords.Change(order.Change), "", Kind(order.Change)),
                            ]
                        )),
                    ]
                )),
            ]
        );

    private static Cell Order(Verdict verdict) =>
        new(BackendWords.Order(verdict), VerdictWords.Ratio(verdict), "word");

    private static Cell Centre(Arm? arm, Metric metric) =>
        arm is null ? Cell.Figure("–", "not measured")
        : ArmWords.Shown(arm, metric) is { } estimate
            ? Cell.Figure(metric.Format(estimate.Value), ArmWords.Interval(estimate, metric))
        : Cell.Figure("–", ArmWords.WhyNone(arm));

    private static string Kind(OrderChange change) =>
        change switch
        {
            OrderChange.Stays => "holds",
            OrderChange.NotShown => "undecided",
            _ => "refuted",
        };
}
