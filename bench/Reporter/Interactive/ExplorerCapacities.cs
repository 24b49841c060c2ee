using System.Text.Json;
using Bench.Analysis;
using Bench.Analysis.Capacity;
using Bench.Reporter.Charts;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Interactive;

/// <summary>Gathers the capacity curves for the page's script: the same points as in the pictures.</summary>
internal static class ExplorerCapacities
{
    /// <param name="analysis">A capacity run; null gives none.</param>
    /// <param name="models">Ids of the page's models, in their order.</param>
    public static IEnumerable<ExplorerCapacity> Of(CapacityAnalysis? analysis, List<string> models) =>
        from lane in analysis?.Lanes ?? []
        group lane by lane.Target.Workload into workload
        let objective = workload.First().Level.OnLatency
        let metric = objective?.Metric ?? Metrics.P99
        select new ExplorerCapacity(
            Slug.Of($"capacity {workload.Key}"),
            metric.Title,
            JsonNamingPolicy.CamelCase.ConvertName($"{metric.Unit}"),
            objective?.Threshold,
            objective?.Text,
            [.. workload.Select(lane => Lane(lane, metric, models))]
        );

    private static ExplorerLane Lane(LaneCapacity lane, Metric metric, List<string> models) =>
        new(
            lane.Name,
            models.IndexOf(lane.Target.Model),
            lane.Target.Variant != VariantName.Default,
            lane.Target.Terms,
            lane.Target.AlikeOnBothTerms,
            $"{CapacityWords.State(lane)} {CapacityWords.Interval(lane.Estimate)}".Trim(),
            [.. CapacityLoad.Of(lane, metric).Select(load => Load(lane, load, metric))]
        );

    private static ExplorerLoad Load(LaneCapacity lane, CapacityLoad load, Metric metric) =>
        new(
            CapacityWords.Load(lane.Target, load.Load),
            Digitised(load.Of(Metrics.Throughput), Metrics.Throughput),
            Digitised(load.Of(metric), metric),
            load.Launches.Count,
            load.Launches.Count(trial => trial.Outcome == TrialOutcome.Met)
        );

    private static double[] Digitised((double Centre, double Low, double High) range, Metric metric) =>
        [
            Digits.Of(range.Centre, metric.Unit),
            Digits.Of(range.Low, metric.Unit),
            Digits.Of(range.High, metric.Unit),
        ];
}
