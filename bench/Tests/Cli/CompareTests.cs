using System.Text.Json;
using Bench.Results;
using CliWrap.Buffered;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary><c>compare</c> within a run whose truth is known.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-compare-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Models_of_a_run_are_compared_with_threads()
    {
        var result = await CompareAsync(new MadeUpRun { Tasks = 2 });

        Assert.Equal(0, result.ExitCode);
        var verdict = Verdicts(result).Single();
        Assert.Equal("models", verdict.GetProperty("kind").GetString());
        Assert.Equal("throughput", verdict.GetProperty("metric").GetString());
        Assert.Equal("threads", verdict.GetProperty("baseline").GetString());
        Assert.Equal("tasks", verdict.GetProperty("contender").GetString());
        Assert.Equal("better", verdict.GetProperty("verdict").GetString());
        Assert.Equal(2.0, verdict.GetProperty("ratio").GetDouble(), 0.05);
        Assert.Equal(6, verdict.GetProperty("rounds").GetInt32());
    }

    [Fact]
    public async Task A_slower_model_is_an_answer_and_no_failure()
    {
        var result = await CompareAsync(new MadeUpRun { Tasks = 0.5 });

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("worse", Word(result));
    }

    [Fact]
    public async Task Where_the_baseline_has_no_case_the_first_arm_stands_in_and_a_note_says_so()
    {
        var result = await CompareAsync(
            new MadeUpRun
            {
                Cases =
                [
                    MadeUpRun.Case("tasks"),
                    MadeUpRun.Case("actors"),
                    MadeUpRun.Case("threads", "told"),
                ],
            }
        );

        Assert.Equal("tasks", Verdicts(result).Single().GetProperty("baseline").GetString());
        Assert.Contains(
            "threads has no case in w, equal terms",
            result.StandardError,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_model_as_told_is_compared_with_itself_on_equal_terms()
    {
        var result = await CompareAsync(
            new MadeUpRun
            {
                Cases =
                [
                    MadeUpRun.Case("threads", "told"),
                    MadeUpRun.Case("threads"),
                    MadeUpRun.Case("tasks"),
                ],
                Change = sample =>
                    sample with
                    {
                        ThroughputPerSecond = sample.ThroughputPerSecond * (sample.Terms == "told" ? 0.1 : 1),
                    },
            },
            "--kind",
            "terms"
        );

        Assert.Equal(0, result.ExitCode);
        var verdict = Verdicts(result).Single();
        Assert.Equal("terms", verdict.GetProperty("kind").GetString());
        Assert.Equal("told against equal", verdict.GetProperty("terms").GetString());
        Assert.Equal("worse", verdict.GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task The_same_code_twice_is_labelled_and_never_counts_for_the_exit_code()
    {
        var run = new MadeUpRun
        {
            Cases = [MadeUpRun.Case("tasks"), MadeUpRun.Case("tasks") with { Replica = 1 }],
            Change = sample =>
                sample with
                {
                    ThroughputPerSecond =
                        sample.ThroughputPerSecond * (1 + (0.5 * sample.Replica * (sample.Round % 2))),
                },
        };

        var result = await CompareAsync(run, "--kind", "all", "--metric", "throughput");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("aa", Verdicts(result).Single().GetProperty("kind").GetString());
        Assert.Equal("inconclusive", Word(result));
    }

    [Fact]
    public async Task Too_few_rounds_are_inconclusive_and_say_how_many_are_needed()
    {
        var result = await CompareAsync(new MadeUpRun { Tasks = 2, Rounds = 3 });

        Assert.Equal(4, result.ExitCode);
        Assert.Equal("3 rounds measured, at least 5 are needed", Reason(result));
    }

    [Fact]
    public async Task Values_that_are_all_equal_are_equivalent()
    {
        var result = await CompareAsync(
            new MadeUpRun { Change = sample => sample with { ThroughputPerSecond = 7 } }
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("equivalent", Word(result));
    }

    [Fact]
    public async Task Zeros_on_both_sides_are_equivalent()
    {
        var result = await CompareAsync(
            new MadeUpRun { Change = sample => sample with { ThroughputPerSecond = 0 } }
        );

        Assert.Equal("equivalent", Word(result));
    }

    [Theory]
    [InlineData(6, "inconclusive", 4, "8 needed")]
    [InlineData(9, "better", 0, "judged by signs")]
    public async Task Infinite_ratios_are_judged_by_their_signs(int rounds, string word, int code, string how)
    {
        var result = await CompareAsync(
            new MadeUpRun
            {
                Rounds = rounds,
                Change = sample => sample with { ThroughputPerSecond = sample.Model == "threads" ? 0 : 7 },
            }
        );

        Assert.Equal(code, result.ExitCode);
        Assert.Equal(word, Word(result));
        Assert.Equal(JsonValueKind.Null, Verdicts(result).Single().GetProperty("ratio").ValueKind);
        Assert.Equal($"one arm is 0 in {rounds} of {rounds} rounds: {how}", Reason(result));
    }

    [Fact]
    public async Task An_arm_without_samples_is_named()
    {
        var result = await CompareAsync(
            new MadeUpRun { Change = sample => sample.Model == "tasks" ? null : sample }
        );

        Assert.Equal(4, result.ExitCode);
        Assert.Equal("tasks has no valid sample with throughput", Reason(result));
    }

    [Fact]
    public async Task One_refused_sample_is_named_and_the_rest_is_compared()
    {
        var result = await CompareAsync(
            new MadeUpRun { Tasks = 2, Change = sample => Refused(sample, round => round == 2) }
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(5, Verdicts(result).Single().GetProperty("rounds").GetInt32());
        Assert.Contains(
            "tasks in w, equal terms (1 round: late)",
            result.StandardError,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_arm_that_was_not_steady_is_named_beside_the_verdict()
    {
        var run = new MadeUpRun
        {
            Tasks = 2,
            Change = sample => sample.Model == "tasks" ? sample with { LatencyOverTime = Drifting } : sample,
        };

        var verdict = Verdicts(await CompareAsync(run)).Single();

        Assert.Equal(
            ["tasks"],
            verdict.GetProperty("notSteady").EnumerateArray().Select(name => name.GetString())
        );
        Assert.Equal("drifting", verdict.GetProperty("contenderSteadyState").GetString());
        Assert.Equal("unknown", verdict.GetProperty("baselineSteadyState").GetString());
    }

    [Fact]
    public async Task The_table_says_what_the_rows_are_about_and_who_was_not_steady()
    {
        var run = new MadeUpRun
        {
            Tasks = 2,
            Change = sample => sample.Model == "tasks" ? sample with { LatencyOverTime = Drifting } : sample,
        };

        var result = await BenchProgram.RunAsync("compare", run.WriteTo(_folder));

        Assert.Contains("w · equal terms · throughput\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("better; not steady: tasks", result.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--kind nothing: there are: models, terms, aa, traced, builds, all", "--kind", "nothing")]
    [InlineData("--allow is for two runs; leave it out", "--allow", "machine")]
    [InlineData("--allow nothing: there are: machine, cases, invalid", "--allow", "nothing")]
    [InlineData("unknown model 'actors'; the run has: threads, tasks", "--baseline", "actors")]
    [InlineData("unknown metric 'speed'; the samples have: throughput", "--metric", "speed")]
    [InlineData("--margin 5: give a percentage such as 5%", "--margin", "5")]
    [InlineData("nothing to compare", "--kind", "terms")]
    public async Task A_wrong_word_is_named(string expected, params string[] options)
    {
        var result = await CompareAsync(new MadeUpRun(), options);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"error: {expected}", result.StandardError, StringComparison.Ordinal);
    }

    private static List<LatencySlice> Drifting { get; } =
    [
        .. Enumerable
            .Range(0, 60)
            .Select(slice => new LatencySlice(slice, 1, 100, new() { [20 + (slice / 12)] = 100 })),
    ];

    private static Sample Refused(Sample sample, Func<int, bool> when) =>
        sample.Model == "tasks" && when(sample.Round)
            ? sample with
            {
                Valid = false,
                InvalidBecause = ["late"],
            }
            : sample;

    private async Task<BufferedCommandResult> CompareAsync(MadeUpRun run, params string[] options) =>
        await BenchProgram.RunAsync(["compare", run.WriteTo(_folder), "--json", .. options]);

    private static string? Word(BufferedCommandResult result) =>
        Verdicts(result).Single().GetProperty("verdict").GetString();

    private static string? Reason(BufferedCommandResult result) =>
        Verdicts(result).Single().GetProperty("reason").GetString();

    private static List<JsonElement> Verdicts(BufferedCommandResult result)
    {
        using var document = JsonDocument.Parse(result.StandardOutput);
        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
        return
        [
            .. document.RootElement.GetProperty("verdicts").EnumerateArray().Select(item => item.Clone()),
        ];
    }
}
