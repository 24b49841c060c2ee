using Bench.Analysis.Faults;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Faults;

/// <summary>What is held may be neither less than what was acknowledged nor more than that and what is in doubt.</summary>
public sealed class FaultFindingTests
{
    [Fact]
    public void Nothing_lost_is_kept() => Is(FaultOutcome.Kept, Tried.Trial());

    [Fact]
    public void A_write_in_doubt_may_be_held_or_not()
    {
        Is(FaultOutcome.Kept, Tried.Trial(isDurable: true, inDoubt: 4, state: 96));
        Is(FaultOutcome.Kept, Tried.Trial(isDurable: true, inDoubt: 4, state: 100));
    }

    [Fact]
    public void Lost_writes_are_a_broken_promise_of_a_durable_model_only()
    {
        Is(FaultOutcome.LostState, Tried.Trial(lost: 3));
        Is(FaultOutcome.Incorrect, Tried.Trial(isDurable: true, lost: 3));
    }

    [Fact]
    public void A_lost_write_is_not_made_good_by_one_in_doubt() =>
        Is(FaultOutcome.Incorrect, Tried.Trial(isDurable: true, lost: 1, inDoubt: 1, state: 99));

    [Fact]
    public void More_held_than_was_acknowledged_or_in_doubt_is_incorrect() =>
        Is(FaultOutcome.Incorrect, Tried.Trial(inDoubt: 2, state: 101));

    [Fact]
    public void A_write_held_twice_is_incorrect() => Is(FaultOutcome.Incorrect, Tried.Trial(twice: 1));

    [Fact]
    public void A_node_that_noticed_late_is_told()
    {
        var finding = FaultFinding.Of(Tried.Trial(lost: 3) with { TwiceForSeconds = 7.5 });

        Assert.Equal(FaultOutcome.LostState, finding.Outcome);
        Assert.EndsWith(
            "; a node that the others took for dead held its part for 7.50 s more, beside theirs",
            finding.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_was_not_tried_is_skipped_or_failed()
    {
        Is(FaultOutcome.Skipped, Tried.Facts(isDurable: true) with { Missing = "no tc", IsSkipped = true });
        Is(FaultOutcome.Failed, Tried.Facts(isDurable: true) with { Missing = "node 1: died" });
        Is(FaultOutcome.Failed, Tried.Facts(isDurable: true));
    }

    private static void Is(FaultOutcome outcome, FaultTrial trial) =>
        Assert.Equal(outcome, FaultFinding.Of(trial).Outcome);
}
