using System.Text.Json;
using Bench.Analysis.Decisions;
using Bench.Analysis.ServiceLevels;
using Bench.Cli.Deciding;
using Bench.Measurement.Planning;
using Bench.Results;
using Bench.Tests.Measurement.Runs;
using CliWrap.Buffered;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary><c>decide</c> of the real program, on evidence whose truth is known and on what users get wrong.</summary>
public sealed class DecideTests : IDisposable
{
    private const int Users = 10_000;
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-decide-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_decision_by_earlier_evidence_is_written_as_record_page_and_json()
    {
        var result = await DecideAsync("--from", Evidence("here", rounds: 10));

        Assert.True(result.ExitCode == 0, result.StandardError);
        Assert.StartsWith(
            "Use threads for inventory at 10,000 users",
            result.StandardOutput,
            StringComparison.Ordinal
        );
        var record = Path.Combine(_folder, "out");
        Assert.True(File.Exists(Path.Combine(record, "decision.md")));
        Assert.True(File.Exists(Path.Combine(record, "decision.html")));
        using var document = JsonDocument.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(record, "decision.json"),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("chosen", document.RootElement.GetProperty("outcome").GetString());
        Assert.Equal("threads", document.RootElement.GetProperty("chosen").GetString());
    }

    [Fact]
    public async Task Evidence_that_does_not_decide_ends_with_4_and_says_what_would()
    {
        var result = await DecideAsync("--json", "--from", Evidence("here", rounds: 5));

        Assert.Equal(4, result.ExitCode);
        Assert.Contains(
            "5 further launches would probably decide",
            result.StandardError,
            StringComparison.Ordinal
        );
        using var document = JsonDocument.Parse(result.StandardOutput);
        Assert.Equal("inconclusive", document.RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Folders_of_different_machines_are_refused()
    {
        var result = await DecideAsync("--from", Evidence("here", 5), Evidence("there", 5));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            "is of another machine (there, not here)",
            result.StandardError,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "decide: give a --workload, or a --scenario file; these have one: inventory (users), payments (ratePerSecond)"
    )]
    [InlineData("unknown workload 'nothing'; there are: ", "--workload", "nothing", "--users", "5")]
    [InlineData(
        "--workload pingpong has no load that can be set; these have one: inventory (users)",
        "--workload",
        "pingpong",
        "--users",
        "5"
    )]
    [InlineData("give the load of inventory (users) as --users N", "--workload", "inventory")]
    [InlineData(
        "--rate 5: the load of inventory is users; give --users instead",
        "--workload",
        "inventory",
        "--rate",
        "5"
    )]
    [InlineData(
        "--users 5: the load of payments is ratePerSecond; give --rate instead",
        "--workload",
        "payments",
        "--users",
        "5"
    )]
    [InlineData("--users 0: give a number from 1 to 1000000", "--workload", "inventory", "--users", "0")]
    [InlineData(
        "--slo \"p99<100\", column 8: expected a unit",
        "--workload",
        "inventory",
        "--users",
        "5",
        "--slo",
        "p99<100"
    )]
    [InlineData(
        "--weights \"speed=1\", column 1: expected one of processor, memory, latency, code",
        "--workload",
        "inventory",
        "--users",
        "5",
        "--weights",
        "speed=1"
    )]
    [InlineData("--budget soon: give a time", "--workload", "inventory", "--users", "5", "--budget", "soon")]
    [InlineData(
        "--window 1h: give a time from 1s to 10m",
        "--workload",
        "inventory",
        "--users",
        "5",
        "--window",
        "1h"
    )]
    [InlineData(
        "--budget 0 measures nothing, and --from names no run",
        "--workload",
        "inventory",
        "--users",
        "5",
        "--budget",
        "0"
    )]
    [InlineData(
        "--scenario is a workload of its own; leave --workload out",
        "--workload",
        "inventory",
        "--scenario",
        "mix.json"
    )]
    [InlineData("--scenario /no/such/file: ", "--scenario", "/no/such/file")]
    [InlineData(
        "not a run folder (no manifest.json)",
        "--workload",
        "inventory",
        "--users",
        "5",
        "--from",
        "/no/such/folder"
    )]
    public async Task What_a_user_gets_wrong_is_one_line(string expected, params string[] arguments)
    {
        var result = await BenchProgram.RunAsync(["decide", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
        Assert.Single(result.StandardError.TrimEnd().Split('\n'));
        Assert.Empty(result.StandardOutput);
    }

    private Task<BufferedCommandResult> DecideAsync(params string[] arguments) =>
        BenchProgram.RunAsync([
            "decide",
            "--workload",
            "inventory",
            "--users",
            $"{Users}",
            "--budget",
            "0",
            "--out",
            Path.Combine(_folder, "out"),
            .. arguments,
        ]);

    /// <summary>A run in which every option keeps the usual level, and threads use the least processor time.</summary>
    private string Evidence(string machine, int rounds)
    {
        var folder = new RunFolder(Path.Combine(_folder, machine));
        Directory.CreateDirectory(folder.Path);
        List<PlannedCase> cases =
        [
            .. Options().Where(option => option.OutOfReach is null).Select(option => option.Case),
        ];
        var manifest = Manifests.Of(new Plan(cases, []), rounds);
        folder.WriteManifest(manifest with { Machine = manifest.Machine with { Fingerprint = machine } });
        foreach (var launch in Schedule.Of(manifest))
        {
            SampleLog.Append(folder.SamplesPath, Taken(launch));
        }

        return folder.Path;
    }

    private static IReadOnlyList<Option> Options()
    {
        var models = Bench.Cli.Models.Load();
        var lanes = models.Select(["inventory"], models.ToMeasure([]));
        return DecisionOptions.Of(
            new(
                new(lanes[0].Workload, "users", Users, ServiceLevel.Parse(ServiceLevel.Usual), Weights.Usual),
                [.. lanes.Where(lane => lane.IsIn(Bench.Measurement.Hosting.Presets.Standard))],
                TimeSpan.FromMilliseconds(2_500),
                TimeSpan.FromSeconds(2),
                TimeSpan.Zero,
                [],
                null,
                null,
                ""
            )
        );
    }

    private static Sample Taken(Launch launch)
    {
        var planned = launch.Case;
        var isThreads = planned is { Model: "threads", Variant: VariantName.Default };
        var noise = 1 + (0.001 * (launch.Position % 5));
        return new()
        {
            Run = "test",
            Round = launch.Round,
            Position = launch.Position,
            Case = planned.Case,
            Workload = planned.Workload,
            Model = planned.Model,
            Variant = planned.Variant,
            Terms = planned.Terms,
            Parameters = planned.Parameters,
            Configuration = planned.Configuration,
            Valid = true,
            Operations = new() { Intended = 20_000, Completed = 20_000 },
            DurationSeconds = 2,
            LatencyNanoseconds = new() { P99 = 45e6 * noise },
            MemoryBytes = new() { PeakResident = (long)(90e6 * noise) },
            ProcessorSeconds = (isThreads ? 0.5 : 1.6) * noise,
        };
    }
}
