using Bench.Analysis;
using Bench.Analysis.Capacity;
using Bench.Results;

namespace Bench.Reporter.Charts;

/// <summary>What a lane's launches under one offered load achieved: a point of its capacity curve.</summary>
/// <param name="Load">Offered load.</param>
/// <param name="Launches">The launches; of a load that was measured on both windows, those on the longer one.</param>
internal sealed record CapacityLoad(int Load, IReadOnlyList<Trial> Launches)
{
    /// <summary>A lane's loads, ascending; those of its overloads are left out, for they change within a launch.</summary>
    public static IEnumerable<CapacityLoad> Of(LaneCapacity lane, Metric metric) =>
        lane
            .Trials.Where(trial =>
                trial.Stage != CaseStage.Overload
                && trial.Sample is { Valid: true, ThroughputPerSecond: > 0 }
                && metric.Select(trial.Sample) > 0
            )
            .GroupBy(trial => trial.Load)
            .OrderBy(load => load.Key)
            .Select(load => new CapacityLoad(
                load.Key,
                [.. load.GroupBy(trial => trial.Stage).MinBy(stage => stage.Key == CaseStage.Search)!]
            ));

    /// <summary>Geometric mean over the launches, and the lowest and the highest of them.</summary>
    public (double Centre, double Low, double High) Of(Metric metric)
    {
        double[] values = [.. Launches.Select(trial => metric.Select(trial.Sample!)!.Value)];
        return (Math.Pow(10, values.Average(Math.Log10)), values.Min(), values.Max());
    }
}
