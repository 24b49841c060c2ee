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
        Assert.Contains("needs at least 5 rounds, has 3", result.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task No_figures_are_no_answer(int rounds)
    {
        var run = Crossing with { Rounds = rounds };

        var result = await BenchProgram.RunAsync("crossovers", run.WriteTo(_folder));

        Assert.Equal(4, result.ExitCode);
        Assert.Contains(
            $"needs at least 5 rounds, has {rounds}",
            result.StandardError,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "too few sizes have figures of both: no figure at 10 and 1,000",
            result.StandardOutput,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_size_at_which_an_arm_lost_all_samples_is_no_answer()
    {
        var run = Crossing with
        {
            Change = sample =>
                sample with
                {
                    Valid = sample.Model == "threads" || sample.Parameters["users"] == "10",
                },
        };

        var result = await BenchProgram.RunAsync("crossovers", run.WriteTo(_folder), "--json");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("missing, refused or zero", result.StandardError, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(result.StandardOutput);
        var pair = document.RootElement.GetProperty("crossovers").EnumerateArray().First();
        Assert.Equal("tooFewPoints", pair.GetProperty("answer").GetString());
        Assert.Equal([1000], pair.GetProperty("missing").EnumerateArray().Select(size => size.GetDouble()));
    }

    [Fact]
    public async Task A_run_of_one_model_is_told_that_there_is_no_pair()
    {
        var run = Crossing with { Cases = [.. Crossing.Cases.Where(planned => planned.Model == "tasks")] };

        var result = await BenchProgram.RunAsync("crossovers", run.WriteTo(_folder));

        Assert.Equal(4, result.ExitCode);
        Assert.Contains(
            "no two models that meet at two sizes",
            result.StandardError,
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
