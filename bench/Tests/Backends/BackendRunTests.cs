using Bench.Results;
using Bench.Tests.Cli;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>A run on two backends, as a user starts it.</summary>
[Trait("Category", "Long")]
public sealed class BackendRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Simulated_and_real_are_measured_alike_and_set_beside_each_other()
    {
        var folder = new RunFolder(_folder.In("run"));

        var result = await BenchProgram.RunAsync([
            "run",
            "--preset",
            "smoke",
            "--workloads",
            "payments",
            "--models",
            "threads,tasks",
            "--rounds",
            "1",
            "--backend",
            "simulated,http,sqlite",
            "--out",
            folder.Path,
        ]);

        Assert.Equal(0, result.ExitCode);
        var manifest = folder.ReadManifest();
        var samples = folder.ReadSamples(manifest.Run, out _);
        Assert.EndsWith(" --backend simulated,http,sqlite", manifest.Command, StringComparison.Ordinal);
        Assert.All(samples, sample => Assert.Equal(SampleStatus.Measured, sample.Status));
        foreach (var model in samples.Where(sample => sample.Replica == 0).GroupBy(sample => sample.Model))
        {
            Assert.Equal(
                ["http", "simulated", "sqlite"],
                model.Select(sample => BackendName.Of(sample.Parameters)).Order(StringComparer.Ordinal)
            );

            // The same arrivals, whatever answers them.
            Assert.Single(model.Select(sample => sample.Operations.Intended).Distinct());
        }

        Assert.Contains(
            "## Simulated beside real backends",
            await File.ReadAllTextAsync(folder.In("report.md"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }
}
