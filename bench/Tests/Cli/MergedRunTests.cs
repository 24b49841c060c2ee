using System.Text.Json;
using Bench.Analysis;
using Bench.Cli;
using Bench.Measurement.Planning;
using Bench.Reporter;
using Bench.Results;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary>Several shards read as one run.</summary>
public sealed class MergedRunTests : IDisposable
{
    private readonly TemporaryFolder _shards = new();
    private int _written;

    public void Dispose() => _shards.Dispose();

    [Fact]
    public void Shards_that_grew_each_on_its_own_leave_nothing_to_measure()
    {
        var merged = Merged(Threads, TasksAndActors);

        Assert.Equal((5, 8), (merged.Manifest.Rounds, merged.Manifest.LastRound));
        Assert.Equal(6 + (2 * 7) + 1, merged.Manifest.PlannedSamples);
        Assert.Empty(Schedule.Left(merged.Manifest, merged.Samples));
    }

    [Fact]
    public void A_sample_that_a_shard_planned_and_lacks_is_still_asked_for()
    {
        var merged = Merged(
            Threads,
            TasksAndActors with
            {
                Change = sample => sample is { Model: "tasks", Round: 7 } ? null : sample,
            }
        );

        var left = Assert.Single(Schedule.Left(merged.Manifest, merged.Samples));
        Assert.Equal((7, "tasks"), (left.Round, left.Case.Model));
    }

    [Fact]
    public void Looks_of_all_shards_are_allowed_for()
    {
        var merged = Merged(
            Threads with
            {
                Replan = manifest => manifest with { UntilDecided = new(60, [5, 8, 12]) },
            },
            TasksAndActors with
            {
                Replan = manifest => manifest with { UntilDecided = new(90, [7, 8]) },
            }
        );

        Assert.Equal([5, 7, 8, 12], merged.Manifest.UntilDecided?.Looks);
        Assert.Equal(90, merged.Manifest.UntilDecided?.BudgetSeconds);
    }

    [Fact]
    public void The_parts_of_a_plan_merge_to_the_verdicts_of_one_run()
    {
        List<PlannedCase> cases =
        [
            .. from users in new[] { 500, 1_000, 2_000 }
            from terms in new[] { "told", "equal" }
            from model in new[] { "threads", "tasks", "actors" }
            select MadeUpRun.Case(model, terms, users),
        ];
        var whole = Merged(Of(cases));
        var parts = Merged(Of(new Shard(1, 2).Of(cases)), Of(new Shard(2, 2).Of(cases)));

        Assert.Equal(12, Verdicts(whole).Count);
        Assert.Equal(JsonSerializer.Serialize(Verdicts(whole)), JsonSerializer.Serialize(Verdicts(parts)));

        static MadeUpRun Of(IReadOnlyList<PlannedCase> cases) => new() { Cases = cases, Tasks = 1.1 };
    }

    [Fact]
    public void Workloads_stand_in_the_order_of_a_plan_whichever_part_they_were_in()
    {
        var merged = Merged(Of("sessions", "actors"), Of("inventory", "payments"));

        Assert.Equal(
            ["actors", "inventory", "payments", "sessions"],
            merged.Manifest.Cases.Select(planned => planned.Workload)
        );

        static MadeUpRun Of(params string[] workloads) =>
            new()
            {
                Cases =
                [
                    .. workloads.Select(workload =>
                        MadeUpRun.Case("threads") with
                        {
                            Case = $"{workload}/threads/equal/users=500",
                            Workload = workload,
                        }
                    ),
                ],
            };
    }

    [Fact]
    public void Each_shard_keeps_its_commit_command_and_seed_even_when_merged_twice()
    {
        var once = Merged(Of("threads", "one"), Of("tasks", "two"));
        var third = Of("actors", "three").WriteTo(_shards.In("third"));

        var twice = LoadedRun.Of([Written(once), new RunFolder(third)]);

        Assert.Equal(["one", "two"], once.Manifest.Shards.Select(shard => shard.Commit));
        Assert.Equal(["one", "two", "three"], twice.Manifest.Shards.Select(shard => shard.Commit));
        Assert.All(twice.Manifest.Shards, shard => Assert.NotEmpty(shard.Command));

        static MadeUpRun Of(string model, string commit) =>
            new() { Cases = [MadeUpRun.Case(model)], Commit = commit };
    }

    [Fact]
    public void A_report_of_shards_of_several_commits_says_so_and_names_each()
    {
        var merged = Merged(Threads with { Commit = "one" }, TasksAndActors with { Commit = "two" });
        var folder = Written(merged);

        ReportWriter.Write(merged.Manifest, merged.Samples, [], folder);

        var page = File.ReadAllText(folder.In("report.md"));
        Assert.Contains("Merged from 2 runs of different commits", page, StringComparison.Ordinal);
        Assert.Contains("| one |", page, StringComparison.Ordinal);
        Assert.Contains("| two |", page, StringComparison.Ordinal);
    }

    private static List<Verdict> Verdicts(LoadedRun run)
    {
        var analysis = RunAnalysis.Of(run.Manifest, run.Samples);
        return
        [
            .. new Comparisons()
                .Models(HeadlinePairs.Of(analysis, "threads"))
                .OrderBy(verdict => verdict.Parameters.Number("users"))
                .ThenBy(verdict => verdict.Terms, StringComparer.Ordinal)
                .ThenBy(verdict => verdict.Contender, StringComparer.Ordinal),
        ];
    }

    private RunFolder Written(LoadedRun run) => run.WriteTo(OutputFolder.Create(_shards.In("merged")));

    /// <summary>Five rounds, and one of them again.</summary>
    private static MadeUpRun Threads { get; } =
        new()
        {
            Cases = [MadeUpRun.Case("threads")],
            Rounds = 5,
            Replan = manifest => manifest with { ExtraRounds = [new(6, "round 2 again")] },
        };

    /// <summary>Seven rounds, and one of actors alone.</summary>
    private static MadeUpRun TasksAndActors { get; } =
        new()
        {
            Cases = [MadeUpRun.Case("tasks"), MadeUpRun.Case("actors")],
            Rounds = 7,
            Replan = manifest =>
                manifest with
                {
                    ExtraRounds = [new(8, "undecided", [MadeUpRun.Case("actors").Key])],
                },
        };

    private LoadedRun Merged(params MadeUpRun[] shards) =>
        LoadedRun.Of([.. shards.Select(shard => new RunFolder(shard.WriteTo(_shards.In($"{_written++}"))))]);
}
