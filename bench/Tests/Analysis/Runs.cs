using Bench.Analysis;
using Bench.Results;

namespace Bench.Tests.Analysis;

/// <summary>Runs made up for tests: one workload, arms with a given throughput per round.</summary>
internal static class Runs
{
    public static RunAnalysis Of(params (string Model, int Replica, double[] Throughput)[] arms) =>
        RunAnalysis.Of(
            Manifest([.. arms.Select(arm => Case(arm.Model, arm.Replica))]),
            [
                .. arms.SelectMany(arm =>
                    arm.Throughput.Select((value, index) => Sample(arm.Model, arm.Replica, index + 1, value))
                ),
            ]
        );

    public static RunManifest Manifest(List<PlannedCase> cases) =>
        new()
        {
            Run = "run",
            StartedAt = DateTimeOffset.UnixEpoch,
            Preset = "quick",
            Rounds = 5,
            Seed = 1,
            Command = "./run.sh",
            Machine = new()
            {
                Processor = "any",
                LogicalProcessors = 2,
                MemoryBytes = 1,
                OperatingSystem = "any",
                Architecture = "any",
                Runtime = "any",
                GarbageCollector = "any",
                ThreadPoolMinimumThreads = 2,
                ClockNanoseconds = 40,
                Fingerprint = "any",
            },
            Workloads = [new("ping", "Ping", "", "a round trip", "throughput")],
            Models = [],
            Cases = cases,
        };

    /// <summary>The looks of a run until decided that begins with so many rounds.</summary>
    public static Looks UntilDecided(int rounds) =>
        Looks.Of(Manifest([]) with { UntilDecided = new(1200, [.. Looks.Planned(rounds)]) });

    public static PlannedCase Case(string model, int replica = 0) =>
        new()
        {
            Case = $"ping/{model}",
            Replica = replica,
            Workload = "ping",
            Model = model,
            Variant = "default",
            Terms = "equal",
            Parameters = ParameterSet.Empty,
            Configuration = ParameterSet.Empty,
            LimitSeconds = 1,
        };

    public static Sample Sample(string model, int replica, int round, double throughput) =>
        new()
        {
            Run = "run",
            Round = round,
            Case = $"ping/{model}",
            Replica = replica,
            Workload = "ping",
            Model = model,
            Valid = true,
            ThroughputPerSecond = throughput,
        };
}
