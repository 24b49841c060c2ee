using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>What a calibration measures: short cases, each twice in every round.</summary>
internal static class CalibrationPlan
{
    private const string Model = "channels";

    // One that waits, one that hands over, one that creates: what the six workloads are made of.
    private static readonly string[] s_workloads = ["inventory", "pipeline", "forkjoin"];
    private static readonly Slowdown[] s_slowdowns = [new(1.05), new(1.20), new(1.50, 0.02)];

    /// <summary>The lanes that are measured.</summary>
    public static IReadOnlyList<Lane> Lanes(Models models) =>
        [.. models.Select(s_workloads, [Model]).Where(lane => lane.Variant == VariantName.Default)];

    /// <summary>The smallest case of each lane, twice.</summary>
    public static Plan Pairs(IEnumerable<Lane> lanes) =>
        new([.. lanes.Select(lane => lane.Smallest()).SelectMany(Twice)], []);

    /// <summary>A longer case whose calls pass a backend, twice, and slowed down on purpose.</summary>
    public static Plan Injections(IReadOnlyList<Lane> lanes) =>
        new([.. Twice(Waiting(lanes)), .. s_slowdowns.Select(Waiting(lanes).Slowed)], []);

    /// <summary>The same case, and once more slowed down by one size.</summary>
    public static Plan Injection(IReadOnlyList<Lane> lanes, double factor) =>
        new([Waiting(lanes), Waiting(lanes).Slowed(new(factor))], []);

    private static PlannedCase[] Twice(PlannedCase planned) => [planned, planned with { Replica = 1 }];

    private static PlannedCase Waiting(IReadOnlyList<Lane> lanes) =>
        lanes
            .First(lane => lane.Workload.Id == s_workloads[0])
            .Cases(Presets.Standard)
            .First(item => item.OutOfReach is null && item.Case.Terms == "equal")
            .Case;
}
