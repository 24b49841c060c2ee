using System.Text.Json;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary><c>decide</c> of the real program, measuring: what comes out depends on the machine, what is kept does not.</summary>
[Trait("Category", "Long")]
public sealed class DecideMeasuresTests : IDisposable
{
    private const string Mix = """
        {
          "schemaVersion": 1,
          "title": "A short mix",
          "arrivals": { "process": "poisson", "ratePerSecond": 500 },
          "window": { "warmUpMilliseconds": 100, "measuredMilliseconds": 400 }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("bench-decide-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_missing_is_measured_kept_and_decided_by_again()
    {
        var mix = Path.Combine(_folder, "mix.json");
        await File.WriteAllTextAsync(mix, Mix, TestContext.Current.CancellationToken);
        var first = Path.Combine(_folder, "first");

        var measured = await BenchProgram.RunAsync(Arguments(mix, "40s", first));

        Assert.True(measured.ExitCode is 0 or 4, measured.StandardError);
        var level = new RunFolder(Path.Combine(first, "level"));
        var manifest = level.ReadManifest();
        Assert.Equal("A short mix", Assert.Single(manifest.Workloads).Title);
        Assert.Equal([5, 10, 16, 25, 40], manifest.UntilDecided!.Looks);
        Assert.Contains(manifest.Cases, planned => planned.Replica == 1);
        Assert.True(level.ReadSamples(manifest.Run, out _).Count >= 15);
        Assert.True(File.Exists(Path.Combine(first, "scenario.json")));

        var again = await BenchProgram.RunAsync([
            .. Arguments(mix, "0", Path.Combine(_folder, "again")),
            "--from",
            first,
        ]);

        Assert.Equal(measured.ExitCode, again.ExitCode);
        Assert.Equal(Outcome(measured.StandardOutput), Outcome(again.StandardOutput));
    }

    private static string[] Arguments(string mix, string budget, string folder) =>
        [
            "decide",
            "--scenario",
            mix,
            "--models",
            "threads,tasks",
            "--slo",
            "p99<1s,errors<5%",
            "--budget",
            budget,
            "--out",
            folder,
            "--json",
        ];

    private static string? Outcome(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("outcome").GetString();
    }
}
