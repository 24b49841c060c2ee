using Bench.Analysis.Decisions;
using Xunit;

namespace Bench.Tests.Analysis.Decisions;

/// <summary>Evidence of several runs is as good as that of one.</summary>
public sealed class EvidencePoolTests
{
    [Fact]
    public void Launches_of_two_runs_add_up_and_stay_in_pairs()
    {
        var (threads, tasks) = (
            new MadeUpOption("threads") { Rounds = 5 },
            new MadeUpOption("tasks") { Rounds = 5 }
        );

        var decision = Decide([threads, tasks], [threads, tasks]);

        Assert.All(decision.Options, option => Assert.Equal(10, option.Arm!.Samples.Count));
        Assert.Equal(10, decision.Scores[1].Rounds);
        Assert.True(decision.IsDecided);
    }

    [Fact]
    public void What_only_one_of_them_measured_has_no_pair_in_the_other()
    {
        var (threads, tasks) = (
            new MadeUpOption("threads") { Rounds = 5 },
            new MadeUpOption("tasks") { Rounds = 5 }
        );

        var decision = Decide([threads], [threads, tasks]);

        Assert.Equal(10, decision.Options[0].Arm!.Samples.Count);
        Assert.Equal(5, decision.Options[1].Arm!.Samples.Count);
        Assert.Equal(
            [1, 2, 3, 4, 5],
            decision.Options[0].Arm!.Samples.Take(5).Select(sample => sample.Round)
        );
        Assert.Equal([6, 7, 8, 9, 10], decision.Options[1].Arm!.Samples.Select(sample => sample.Round));
    }

    private static Decision Decide(MadeUpOption[] first, MadeUpOption[] second) =>
        DecisionAnalysis.Of(
            MadeUpDecision.Requirement(),
            [.. second.Select(option => option.Option)],
            [MadeUpDecision.Run("one", first), MadeUpDecision.Run("two", second)],
            [],
            []
        );
}
