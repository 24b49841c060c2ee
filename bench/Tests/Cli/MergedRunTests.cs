using Bench.Cli;
using Bench.Measurement.Planning;
using Bench.Results;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary>Several shards read as one run.</summary>
public sealed class MergedRunTests : IDisposable
{
    private readonly TemporaryFolder _shards = new();

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
        LoadedRun.Of([
            .. shards.Select((shard, index) => new RunFolder(shard.WriteTo(_shards.In($"{index}")))),
        ]);
}
