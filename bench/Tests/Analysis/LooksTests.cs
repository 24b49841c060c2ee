using Bench.Analysis;
using Bench.Analysis.Claims;
using Bench.Tests.Analysis.Simulation;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class LooksTests
{
    private static readonly Looks Seven = Runs.UntilDecided(rounds: 5);

    [Theory]
    [InlineData(1, new[] { 5, 8, 12, 18, 27, 40, 60 })]
    [InlineData(5, new[] { 5, 8, 12, 18, 27, 40, 60 })]
    [InlineData(8, new[] { 8, 12, 18, 27, 40, 60 })]
    [InlineData(30, new[] { 30, 40, 60 })]
    [InlineData(59, new[] { 59, 60 })]
    public void The_first_look_is_after_the_first_rounds(int rounds, int[] looks) =>
        Assert.Equal(looks, Looks.Planned(rounds));

    [Theory]
    [InlineData(4, null, 5)]
    [InlineData(5, 5, 8)]
    [InlineData(7, 5, 8)]
    [InlineData(12, 12, 18)]
    [InlineData(60, 60, null)]
    [InlineData(70, 60, null)]
    public void Rounds_lie_between_two_looks(int rounds, int? last, int? next) =>
        Assert.Equal((last, next), (Seven.Last(rounds), Seven.Next(rounds)));

    [Fact]
    public void Each_of_seven_looks_has_a_seventh_of_the_error()
    {
        Assert.Equal(0.01 / 7, 1 - Seven.Level(0.99), 1e-12);
        Assert.Equal(0.007, Seven.PValue(0.001, 8), 1e-12);
        Assert.Equal(1, Seven.PValue(0.5, 8));
        Assert.Equal(1, Seven.PValue(0.001, 4));
    }

    [Fact]
    public void One_look_changes_nothing()
    {
        Assert.Equal(0.99, Looks.Once.Level(0.99));
        Assert.Equal(0.001, Looks.Once.PValue(0.001, 3));
        Assert.Null(Looks.Once.Last(20));
        Assert.Null(Looks.Once.Next(3));
        Assert.Equal("99 % interval", Looks.IntervalName(Looks.Once.Count));
    }

    [Fact]
    public void Arms_of_two_runs_allow_for_the_looks_of_both()
    {
        var both = Seven.With(Runs.UntilDecided(rounds: 30));

        Assert.Equal(8, both.Count);
        Assert.Equal(30, both.Last(35));
        Assert.Same(Seven, Seven.With(Looks.Once));
        Assert.Same(Seven, Looks.Once.With(Seven));
    }

    [Fact]
    public void Rounds_beyond_the_last_look_wait_for_the_next()
    {
        double[] calm = [0.21, 0.2, 0.19, 0.2, 0.2];
        var judgement = PairedRounds.Judge([.. calm, -3, -3], 0.05, Seven);

        Assert.Equal(PairedRounds.Judge(calm, 0.05, Seven) with { Rounds = 5 }, judgement);
        Assert.Equal(Difference.Higher, judgement.Difference);
    }

    [Fact]
    public void Before_the_first_look_nothing_is_decided_however_clear_it_is()
    {
        var judgement = PairedRounds.Judge([1, 1.01, 0.99, 1, 1.01, 1], 0.05, Runs.UntilDecided(rounds: 8));

        Assert.Equal(Difference.Undecided, judgement.Difference);
        Assert.Equal("6 rounds measured, the first look is at 8", judgement.Reason);
        Assert.Equal(2, judgement.FurtherRounds);
        Assert.Equal(1, judgement.PValue);
    }

    [Fact]
    public void What_probably_decides_is_a_look_counted_from_the_rounds_that_are_there()
    {
        var rounds = RoundsOf.LogNormal(0.05, 1.08)(new Random(4), 10);

        var further = PairedRounds.Judge(rounds, 0.05, Seven).FurtherRounds;

        Assert.NotNull(further);
        Assert.Equal(10 + further, Seven.Last(10 + further.Value));
    }

    [Fact]
    public void At_the_last_look_no_rounds_are_asked_for()
    {
        var rounds = RoundsOf.LogNormal(0.3, 1.05)(new Random(4), 60);

        var judgement = PairedRounds.Judge(rounds, 0.05, Seven);

        Assert.Equal(Difference.Undecided, judgement.Difference);
        Assert.Null(judgement.FurtherRounds);
    }

    [Theory]
    [InlineData(6, 7, 2)]
    [InlineData(6, 8, 2)]
    [InlineData(6, 9, 6)]
    [InlineData(6, 61, null)]
    public void Rounds_that_are_needed_are_rounded_up_to_a_look(int rounds, int total, int? further) =>
        Assert.Equal(further, Seven.Further(rounds, total));

    /// <summary>Eight launches without it are enough for one look; for one of seven it takes eleven.</summary>
    [Fact]
    public void Claims_are_judged_by_the_same_looks()
    {
        double[] never = new double[13];
        double[] clear = [1, 1.01, 0.99, 1, 1.01, 5, 5];

        Assert.Equal(ClaimOutcome.Holds, AbsenceTest.Of(never[..8], Looks.Once).Outcome);
        Assert.Equal(ClaimOutcome.Undecided, AbsenceTest.Of(never[..11], Seven).Outcome);
        Assert.Equal(ClaimOutcome.Holds, AbsenceTest.Of(never, Seven).Outcome);
        Assert.Equal(5, ThresholdTest.Of(clear, null, 2, Seven).Rounds);
        Assert.Equal(ClaimOutcome.Holds, ThresholdTest.Of(clear, null, 2, Seven).Outcome);
        Assert.Equal(ClaimOutcome.Undecided, ThresholdTest.Of(clear, null, 2, Looks.Once).Outcome);
    }

    [Fact]
    public void Zeros_need_more_rounds_where_looks_are_stricter()
    {
        double[] infinite = [.. Enumerable.Repeat(double.PositiveInfinity, 12)];

        Assert.Contains(
            ": 11 needed",
            PairedRounds.Judge(infinite[..8], 0.05, Seven).Reason,
            StringComparison.Ordinal
        );
        Assert.Equal(Difference.Higher, PairedRounds.Judge(infinite, 0.05, Seven).Difference);
    }
}
