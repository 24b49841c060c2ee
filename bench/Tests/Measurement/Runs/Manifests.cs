using Bench.Measurement.Machine;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Tests.Measurement.Runs;

/// <summary>Manifests for tests.</summary>
internal static class Manifests
{
    public static RunManifest Of(Plan plan, int rounds) =>
        new()
        {
            Run = "test",
            StartedAt = DateTimeOffset.UnixEpoch,
            Preset = "smoke",
            Rounds = rounds,
            Seed = 1,
            Command = "./run.sh run",
            Machine = MachineProbe.Look(),
            Workloads = [],
            Models = [],
            Cases = [.. plan.Cases],
        };
}
