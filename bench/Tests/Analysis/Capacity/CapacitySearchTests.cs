using Bench.Analysis.Capacity;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Capacity;

public sealed class CapacitySearchTests
{
    private static readonly Ladder s_ladder = new(2_000, 0.05);
    private static readonly CapacitySearch s_search = new(s_ladder, launches: 6);

    [Theory]
    [InlineData(300)]
    [InlineData(2_000)]
    [InlineData(4_745)]
    [InlineData(60_000)]
    public void A_lane_without_noise_is_found_within_a_step(double capacity)
    {
        var estimate = Estimate(new NoisySystem(capacity, 1e-9, seed: 1).Search(s_search));

        Assert.Equal(CapacityState.Found, estimate.State);
        Assert.InRange(capacity, estimate.Low!.Value, estimate.High!.Value);
        Assert.Equal(capacity, estimate.Load!.Value, capacity * 0.05);
        Assert.Equal("p99", estimate.LimitedBy);
    }

    [Fact]
    public void What_comes_next_depends_on_nothing_but_the_trials()
    {
        var trials = new NoisySystem(5_000, 0.05, seed: 3).Search(s_search);
        var other = new CapacitySearch(new Ladder(2_000, 0.05), launches: 6);

        Assert.Null(other.Next(trials));
        Assert.All(
            Enumerable.Range(0, trials.Count),
            count =>
                Assert.Equal(
                    new NextTrial(trials[count].Load, trials[count].Stage),
                    other.Next([.. trials.Take(count)])
                )
        );
    }

    [Fact]
    public void A_search_cut_off_anywhere_goes_on_as_if_it_had_not_been()
    {
        var whole = new NoisySystem(5_000, 0.05, seed: 3).Search(s_search);
        var system = new NoisySystem(5_000, 0.05, seed: 3);
        List<Trial> resumed = [];
        while (new CapacitySearch(new Ladder(2_000, 0.05), launches: 6).Next(resumed) is { } next)
        {
            resumed.Add(system.Try(next));
        }

        Assert.Equal(whole, resumed);
    }

    [Fact]
    public void A_late_generator_is_not_the_lanes_limit()
    {
        var estimate = Estimate(
            new NoisySystem(50_000, 0.03, seed: 5) { GeneratorLimit = 12_000 }.Search(s_search)
        );

        Assert.Equal(CapacityState.AtLeast, estimate.State);
        Assert.InRange(estimate.Load!.Value, 10_000, 12_600);
        Assert.Null(estimate.High);
        Assert.Equal("the load generator was late", estimate.LimitedBy);
    }

    [Fact]
    public void One_launch_that_cannot_be_used_is_repeated_at_the_same_load()
    {
        Trial[] trials = [new(2_000, CaseStage.Search, TrialOutcome.Unmeasured, "late")];

        Assert.Equal(new NextTrial(2_000, CaseStage.Search), s_search.Next(trials));
    }

    [Fact]
    public void A_broken_lane_has_no_capacity_and_says_why()
    {
        Trial[] trials =
        [
            new(2_000, CaseStage.Search, TrialOutcome.Met),
            new(4_000, CaseStage.Search, TrialOutcome.Broken, "hung: 4,000 units alive"),
        ];

        Assert.Null(s_search.Next(trials));
        Assert.Equal(CapacityState.Broken, Estimate(trials).State);
        Assert.Equal("hung: 4,000 units alive", Estimate(trials).LimitedBy);
    }

    [Fact]
    public void A_lane_that_misses_under_the_lowest_load_has_no_capacity()
    {
        var trials = new NoisySystem(1, 0.01, seed: 1).Search(s_search);

        Assert.Equal(CapacityState.BelowLowest, Estimate(trials).State);
        Assert.InRange(trials.Count, 1, 10);
    }

    [Fact]
    public void A_lane_that_never_misses_is_at_least_the_highest_load()
    {
        var trials = new NoisySystem(1e9, 0.01, seed: 1).Search(s_search);

        Assert.Equal(CapacityState.AtLeast, Estimate(trials).State);
        Assert.Equal(s_ladder.Load(s_ladder.Highest), Estimate(trials).Load);
        Assert.InRange(trials.Count, 1, s_search.MostTrials);
    }

    [Fact]
    public void Every_rung_has_a_load_of_its_own()
    {
        var rungs = Enumerable.Range(s_ladder.Lowest, s_ladder.Highest - s_ladder.Lowest + 1).ToList();

        Assert.Equal(rungs, rungs.Select(rung => s_ladder.Rung(s_ladder.Load(rung))));
    }

    private static CapacityEstimate Estimate(IReadOnlyList<Trial> trials) =>
        CapacityEstimate.Of(trials, s_ladder.Load(s_ladder.Lowest));
}
