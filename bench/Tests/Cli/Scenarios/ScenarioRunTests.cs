using Bench.Results;
using Xunit;

namespace Bench.Tests.Cli.Scenarios;

/// <summary>The real program measures a mix that a file describes.</summary>
public sealed class ScenarioRunTests : IDisposable
{
    private const string Scenario = """
        { "schemaVersion": 1, "title": "A small shop <b>", "arrivals": { "process": "poisson", "ratePerSecond": 321 },
          "limits": { "concurrency": 8 }, "backend": { "calls": 2, "failuresPerThousand": 50, "retries": 1,
          "serviceTime": { "distribution": "exponential", "meanMilliseconds": 1 } }, "blocking": { "percent": 20 },
          "window": { "warmUpMilliseconds": 100, "measuredMilliseconds": 300 } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("bench-scenario-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_scenario_is_measured_and_its_report_describes_it()
    {
        var file = await WriteAsync(Scenario);
        var output = Path.Combine(_folder, "run");

        var result = await BenchProgram.RunAsync(
            "run",
            "--scenario",
            file,
            "--models",
            "tasks",
            "--preset",
            "smoke",
            "--seed",
            "5",
            "--out",
            output
        );

        var folder = new RunFolder(output);
        var manifest = folder.ReadManifest();
        var report = await File.ReadAllTextAsync(
            folder.In("report.md"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("requests are measured in a launch", result.StandardError, StringComparison.Ordinal);
        Assert.Equal(
            $"./run.sh run --preset smoke --scenario \"{file}\" --models tasks --rounds 1 --seed 5",
            manifest.Command
        );
        Assert.Contains(
            "Independent callers send 321 requests a second (Poisson).",
            report,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<b>", report, StringComparison.Ordinal);
        Assert.Equal(
            Scenario,
            await File.ReadAllTextAsync(folder.In("scenario.json"), TestContext.Current.CancellationToken)
        );
        Assert.All(
            folder.ReadSamples(manifest.Run, out _),
            sample => Assert.Equal("measured", sample.Status)
        );
    }

    [Theory]
    [InlineData("1:1: the scenario must be an object", "[]", "--models", "tasks")]
    [InlineData("leave --workloads and --cases out", Scenario, "--workloads", "inventory")]
    [InlineData("rx has no lane of scenario", Scenario, "--models", "rx")]
    [InlineData("scenario cannot be traced", Scenario, "--trace")]
    public async Task What_cannot_be_measured_is_refused(
        string expected,
        string text,
        params string[] arguments
    )
    {
        var result = await BenchProgram.RunAsync(["run", "--scenario", await WriteAsync(text), .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var result = await BenchProgram.RunAsync("run", "--scenario", Path.Combine(_folder, "none.json"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("none.json", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("give a scenario file", result.StandardError, StringComparison.Ordinal);
    }

    private async Task<string> WriteAsync(string text)
    {
        var file = Path.Combine(_folder, "shop.json");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }
}
