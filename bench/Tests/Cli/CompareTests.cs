using System.Globalization;
using System.Text.Json;
using Bench.Measurement.Planning;
using Bench.Results;
using Bench.Tests.Measurement.Runs;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary><c>compare</c> on runs whose truth is known.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-compare-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Models_of_a_run_are_compared_with_threads()
    {
        var result = await BenchProgram.RunAsync("compare", Write("run", tasks: 2.0), "--json");

        Assert.Equal(0, result.ExitCode);
        var verdict = Verdicts(result.StandardOutput).Single();
        Assert.Equal("throughput", verdict.GetProperty("metric").GetString());
        Assert.Equal("threads", verdict.GetProperty("baseline").GetString());
        Assert.Equal("tasks", verdict.GetProperty("contender").GetString());
        Assert.Equal("better", verdict.GetProperty("verdict").GetString());
        Assert.Equal(2.0, verdict.GetProperty("ratio").GetDouble(), 0.05);
        Assert.Equal(6, verdict.GetProperty("rounds").GetInt32());
    }

    [Theory]
    [InlineData(0.5, 3, "worse")]
    [InlineData(1.0, 0, "equivalent")]
    [InlineData(1.5, 0, "better")]
    public async Task The_exit_code_of_two_runs_says_whether_anything_got_worse(
        double factor,
        int code,
        string word
    )
    {
        var result = await BenchProgram.RunAsync(
            "compare",
            Write("before", tasks: 1.0),
            Write("after", tasks: factor),
            "--json"
        );

        Assert.Equal(code, result.ExitCode);
        Assert.Equal(
            word,
            Verdicts(result.StandardOutput)
                .Single(verdict => verdict.GetProperty("contender").GetString() == "tasks")
                .GetProperty("verdict")
                .GetString()
        );
    }

    [Fact]
    public async Task Too_few_rounds_are_inconclusive_and_say_how_many_are_needed()
    {
        var result = await BenchProgram.RunAsync(
            "compare",
            Write("before", tasks: 1.0, rounds: 3),
            Write("after", tasks: 0.5, rounds: 3)
        );

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("inconclusive", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_of_different_machines_do_not_compare()
    {
        var result = await BenchProgram.RunAsync(
            "compare",
            Write("before", tasks: 1.0),
            Write("after", tasks: 1.0, fingerprint: "another")
        );

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("different machines", result.StandardError, StringComparison.Ordinal);
    }

    private static List<JsonElement> Verdicts(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
        return
        [
            .. document.RootElement.GetProperty("verdicts").EnumerateArray().Select(item => item.Clone()),
        ];
    }

    private string Write(string name, double tasks, int rounds = 6, string? fingerprint = null)
    {
        var folder = new RunFolder(Path.Combine(_folder, name));
        Directory.CreateDirectory(folder.Path);
        PlannedCase[] cases = [Case("threads"), Case("tasks")];
        var manifest = Manifests.Of(new Plan(cases, []), rounds);
        folder.WriteManifest(
            manifest with
            {
                Workloads = [new("w", "W", "", "", "throughput")],
                Machine = manifest.Machine with { Fingerprint = fingerprint ?? manifest.Machine.Fingerprint },
            }
        );
        foreach (var launch in Schedule.Of(manifest))
        {
            var level = launch.Case.Model == "tasks" ? tasks : 1.0;
            SampleLog.Append(folder.SamplesPath, Taken(launch, 1_000 * level * (1 + (0.002 * launch.Round))));
        }

        return folder.Path;
    }

    private static Sample Taken(Launch launch, double throughput) =>
        new()
        {
            Run = "test",
            Round = launch.Round,
            Position = launch.Position,
            Case = launch.Case.Case,
            Workload = "w",
            Model = launch.Case.Model,
            Valid = true,
            ThroughputPerSecond = throughput,
        };

    private static PlannedCase Case(string model) =>
        new()
        {
            Case = string.Create(CultureInfo.InvariantCulture, $"w/{model}/equal/"),
            Workload = "w",
            Model = model,
            Variant = "default",
            Terms = "equal",
            Parameters = ParameterSet.Empty,
            Configuration = ParameterSet.Empty,
            LimitSeconds = 1,
        };
}
