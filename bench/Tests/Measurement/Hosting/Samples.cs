using Bench.Results;

namespace Bench.Tests.Measurement.Hosting;

/// <summary>A sample that nothing is wrong with.</summary>
internal static class Samples
{
    public static Sample Clean { get; } =
        new()
        {
            Case = "inventory/tasks/equal/users=500",
            Workload = "inventory",
            Model = "tasks",
            Operations = new()
            {
                Intended = 100,
                Completed = 90,
                Failed = 1,
                Rejected = 2,
                TimedOut = 7,
            },
            LatencyNanoseconds = new() { P50 = 44e6 },
            LatenessNanoseconds = new(P99: 1e6, Max: 50e6),
            LittlesLaw = new(InFlight: 60, ThroughputTimesLatency: 58),
        };
}
