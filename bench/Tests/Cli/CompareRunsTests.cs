using Bench.Results;
using CliWrap.Buffered;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary><c>compare</c> of two runs: what it says, and what it refuses.</summary>
public sealed class CompareRunsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-compare-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0.5, 3, "worse")]
    [InlineData(1.0, 0, "equivalent")]
    [InlineData(1.5, 0, "better")]
    public async Task The_exit_code_says_whether_anything_got_worse(double factor, int code, string word)
    {
        var result = await CompareAsync(new MadeUpRun(), new MadeUpRun { Tasks = factor });

        Assert.Equal(code, result.ExitCode);
        Assert.Contains($"  {word}", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_rounds_are_inconclusive()
    {
        var result = await CompareAsync(
            new MadeUpRun { Rounds = 3 },
            new MadeUpRun { Rounds = 3, Tasks = 0.5 }
        );

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("at least 5 are needed", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_of_different_machines_compare_only_when_told() =>
        await RefusesUnlessAsync(
            "machine",
            "the runs are of different machines (here and there)",
            0,
            new MadeUpRun(),
            new MadeUpRun { Machine = "there" }
        );

    [Fact]
    public async Task Cases_of_one_run_only_are_named_by_what_tells_them_apart() =>
        await RefusesUnlessAsync(
            "cases",
            "only the first run has w/threads/equal/users=900; only the second run has w/actors/equal/users=500",
            0,
            new MadeUpRun { Cases = [MadeUpRun.Case("tasks"), MadeUpRun.Case("threads", users: 900)] },
            new MadeUpRun { Cases = [MadeUpRun.Case("tasks"), MadeUpRun.Case("actors")] }
        );

    [Fact]
    public async Task Cases_that_are_configured_differently_do_not_compare() =>
        await RefusesUnlessAsync(
            "cases",
            "configured differently in the two: w/tasks/equal/users=500 (poolSize=200 and poolSize=1000)",
            0,
            new MadeUpRun { Cases = [Pooled(200)] },
            new MadeUpRun { Cases = [Pooled(1000)] }
        );

    [Fact]
    public async Task An_arm_that_became_incorrect_is_refused_and_never_passes() =>
        await RefusesUnlessAsync(
            "invalid",
            "tasks in w, equal terms of the second run is incorrect in 1 round",
            4,
            new MadeUpRun(),
            new MadeUpRun { Change = sample => Refused(sample, round => round == 2, SampleStatus.Incorrect) }
        );

    [Fact]
    public async Task An_arm_that_lost_half_of_its_samples_is_refused() =>
        await RefusesUnlessAsync(
            "invalid",
            "tasks in w, equal terms of the first run has 3 of 6 samples refused (late)",
            4,
            new MadeUpRun { Change = sample => Refused(sample, round => round > 3) },
            new MadeUpRun()
        );

    [Fact]
    public async Task An_arm_without_samples_is_refused() =>
        await RefusesUnlessAsync(
            "invalid",
            "tasks in w, equal terms of the second run has no sample",
            4,
            new MadeUpRun(),
            new MadeUpRun { Change = sample => sample.Model == "tasks" ? null : sample }
        );

    [Fact]
    public async Task All_that_is_in_the_way_is_said_at_once()
    {
        var result = await CompareAsync(
            new MadeUpRun { Cases = [MadeUpRun.Case("tasks")] },
            new MadeUpRun { Machine = "there" }
        );

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--allow machine,cases compares", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_few_refused_samples_and_another_commit_are_noted()
    {
        var result = await CompareAsync(
            new MadeUpRun { Commit = "aaa" },
            new MadeUpRun { Commit = "bbb", Change = sample => Refused(sample, round => round == 2) }
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "note: commit: aaa before, bbb after",
            result.StandardError,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "tasks in w, equal terms (1 round: late)",
            result.StandardError,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--kind", "aa")]
    [InlineData("--baseline", "threads")]
    public async Task Options_for_one_run_are_refused(string option, string value)
    {
        var result = await CompareAsync(new MadeUpRun(), new MadeUpRun(), option, value);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"error: {option} ", result.StandardError, StringComparison.Ordinal);
    }

    private static PlannedCase Pooled(int size) =>
        MadeUpRun.Case("tasks") with
        {
            Configuration = new([new("poolSize", $"{size}")]),
        };

    private static Sample Refused(
        Sample sample,
        Func<int, bool> when,
        string status = SampleStatus.Measured
    ) =>
        sample.Model == "tasks" && when(sample.Round)
            ? sample with
            {
                Status = status,
                Valid = false,
                InvalidBecause = ["late"],
            }
            : sample;

    private async Task RefusesUnlessAsync(
        string allowed,
        string expected,
        int code,
        MadeUpRun before,
        MadeUpRun after
    )
    {
        var refused = await CompareAsync(before, after);
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal(
            $"error: {expected}; --allow {allowed} compares what there is all the same",
            refused.StandardError.TrimEnd()
        );
        Assert.Empty(refused.StandardOutput);

        var told = await BenchProgram.RunAsync("compare", In("before"), In("after"), "--allow", allowed);
        Assert.Equal(code, told.ExitCode);
        Assert.Contains(
            $"note: compared all the same: {expected}",
            told.StandardError,
            StringComparison.Ordinal
        );
        Assert.NotEmpty(told.StandardOutput);
    }

    private async Task<BufferedCommandResult> CompareAsync(
        MadeUpRun before,
        MadeUpRun after,
        params string[] options
    ) =>
        await BenchProgram.RunAsync([
            "compare",
            before.WriteTo(In("before")),
            after.WriteTo(In("after")),
            .. options,
        ]);

    private string In(string name) => Path.Combine(_folder, name);
}
