using System.Text.Json;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary><c>crossovers</c> on a run whose truth is known.</summary>
public sealed class CrossoversVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-crossovers-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_crossover_is_told_with_its_interval()
    {
        var result = await BenchProgram.RunAsync(
            "crossovers",
            Crossing.WriteTo(_folder),
            "--metric",
            "throughput"
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "w · equal terms · throughput by users\n",
            result.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Contains("tasks overtakes threads at ", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_has_points_and_crossovers()
    {
        var result = await BenchProgram.RunAsync(
            "crossovers",
            Crossing.WriteTo(_folder),
            "--parameter",
            "users",
            "--metric",
            "throughput",
            "--json"
        );

        using var document = JsonDocument.Parse(result.StandardOutput);
        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
        var pair = document.RootElement.GetProperty("crossovers").EnumerateArray().Single();
        Assert.Equal("crossover", pair.GetProperty("answer").GetString());
        Assert.Equal(2, pair.GetProperty("points").GetArrayLength());
        var found = pair.GetProperty("found").EnumerateArray().Single();
        Assert.Equal("threads", found.GetProperty("before").GetString());
        Assert.InRange(found.GetProperty("at").GetDouble(), 98, 100);
        Assert.InRange(found.GetProperty("low").GetDouble(), 97, found.GetProperty("at").GetDouble());
        Assert.InRange(found.GetProperty("high").GetDouble(), found.GetProperty("at").GetDouble(), 101);
    }

    [Fact]
    public async Task Too_few_rounds_leave_it_open()
    {
        var run = Crossing with { Rounds = 3 };

        var result = await BenchProgram.RunAsync("crossovers", run.WriteTo(_folder));

        Assert.Equal(4, result.ExitCode);
        Assert.Contains(
            "none shown in the range 10 – 1,000: undecided throughout",
            result.StandardOutput,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "error: --parameter units does not vary alone in this run; these do: users",
        "--parameter",
        "units"
    )]
    [InlineData("error: unknown metric 'speed'; the samples have: throughput", "--metric", "speed")]
    public async Task A_wrong_word_is_named(string expected, params string[] options)
    {
        var result = await BenchProgram.RunAsync(["crossovers", Crossing.WriteTo(_folder), .. options]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(expected, result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_one_size_is_told_what_it_lacks()
    {
        var result = await BenchProgram.RunAsync("crossovers", new MadeUpRun().WriteTo(_folder));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            "no two cases that differ in one number alone",
            result.StandardError,
            StringComparison.Ordinal
        );
    }

    /// <summary>Half as fast at 10 users, twice as fast at 1,000, with a little noise.</summary>
    private static MadeUpRun Crossing { get; } =
        new()
        {
            Cases =
            [
                MadeUpRun.Case("threads", users: 10),
                MadeUpRun.Case("tasks", users: 10),
                MadeUpRun.Case("threads", users: 1000),
                MadeUpRun.Case("tasks", users: 1000),
            ],
            Change = sample =>
                sample with
                {
                    ThroughputPerSecond =
                        (
                            sample.Model == "threads" ? 1
                            : sample.Parameters["users"] == "10" ? 0.5
                            : 2
                        ) * (1000 + (sample.Round * (sample.Model == "tasks" ? 2 : 1))),
                },
        };
}
