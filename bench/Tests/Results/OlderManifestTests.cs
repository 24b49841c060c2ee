using Bench.Results;
using Xunit;

namespace Bench.Tests.Results;

/// <summary>What was added to the schema is empty in files that are older.</summary>
public sealed class OlderManifestTests
{
    [Fact]
    public void A_manifest_without_later_fields_is_read()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder.In("manifest.json"),
            """
            {
              "schemaVersion": 1, "run": "r", "startedAt": "2026-01-01T00:00:00+00:00", "preset": "quick", "rounds": 3, "seed": 1,
              "command": "c", "models": [], "cases": [],
              "machine": {
                "processor": "p", "logicalProcessors": 2, "memoryBytes": 1, "operatingSystem": "o", "architecture": "a", "runtime": "r",
                "garbageCollector": "g", "threadPoolMinimumThreads": 2, "clockNanoseconds": 1, "fingerprint": "f"
              },
              "workloads": [
                { "id": "w", "title": "W", "summary": "", "operation": "", "metricThatMatters": "p99" }
              ]
            }
            """
        );

        var manifest = new RunFolder(folder.Path).ReadManifest();

        Assert.Equal(3, manifest.LastRound);
        Assert.Empty(manifest.DisturbedRounds);
        Assert.Empty(manifest.Machine.Checks);
        Assert.Empty(Assert.Single(manifest.Workloads).OwnMetrics);
    }
}
