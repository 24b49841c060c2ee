using Bench.Analysis;
using CsCheck;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class PairedRoundsTests
{
    private static readonly Gen<double[]> LogRatios = Gen.Double[-2, 2].Array[2, 30];

    [Fact]
    public void Order_of_rounds_does_not_matter() =>
        LogRatios.Sample(values =>
            Same(PairedRounds.Judge(values), PairedRounds.Judge([.. values.Reverse()]))
        );

    [Fact]
    public void Exchanging_the_arms_turns_the_judgement_round() =>
        LogRatios.Sample(values =>
        {
            var one = PairedRounds.Judge(values);
            var other = PairedRounds.Judge([.. values.Select(value => -value)]);
            return Close(one.Ratio, 1 / other.Ratio)
                && Close(one.Interval.Low, 1 / other.Interval.High)
                && one.Difference
                    == other.Difference switch
                    {
                        Difference.Higher => Difference.Lower,
                        Difference.Lower => Difference.Higher,
                        var same => same,
                    };
        });

    [Fact]
    public void A_difference_is_claimed_only_where_the_interval_excludes_one() =>
        LogRatios.Sample(values =>
        {
            var judgement = PairedRounds.Judge(values);
            return judgement.Difference switch
            {
                Difference.Higher => judgement.Interval.Low > 1 && judgement.PValue < 0.01,
                Difference.Lower => judgement.Interval.High < 1 && judgement.PValue < 0.01,
                Difference.Negligible => judgement.EquivalenceInterval is (> 1 / 1.05, < 1.05),
                _ => true,
            };
        });

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Too_few_rounds_decide_nothing_and_say_how_many_are_needed(int rounds)
    {
        var judgement = PairedRounds.Judge([.. Enumerable.Repeat(1d, rounds)]);

        Assert.Equal(Difference.Undecided, judgement.Difference);
        Assert.Equal(PairedRounds.Fewest - rounds, judgement.FurtherRounds);
        Assert.Contains("at least 5 are needed", judgement.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, Difference.Negligible)]
    [InlineData(0.01, Difference.Negligible)]
    [InlineData(0.7, Difference.Higher)]
    [InlineData(-0.7, Difference.Lower)]
    public void Equal_rounds_are_decided_by_their_one_ratio(double logRatio, Difference expected) =>
        Assert.Equal(expected, PairedRounds.Judge([.. Enumerable.Repeat(logRatio, 5)]).Difference);

    [Fact]
    public void Infinite_ratios_are_judged_by_sign_from_eight_rounds_on()
    {
        double[] infinite = [.. Enumerable.Repeat(double.PositiveInfinity, 8)];

        Assert.Equal(Difference.Higher, PairedRounds.Judge(infinite).Difference);
        var seven = PairedRounds.Judge(infinite[..7]);
        Assert.Equal(Difference.Undecided, seven.Difference);
        Assert.EndsWith(": 8 needed", seven.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_zeros_do_not_outvote_the_other_rounds()
    {
        double[] rounds = [0.7, 0.8, 0.6, 0.7, 0.9, 0.7, 0.6, 0.8, 0.7, double.PositiveInfinity];

        var judgement = PairedRounds.Judge(rounds);

        Assert.Equal(Difference.Higher, judgement.Difference);
        Assert.InRange(judgement.Ratio, 1.9, 2.2);
    }

    [Fact]
    public void Two_disturbed_rounds_of_twenty_are_set_aside_and_counted()
    {
        double[] calm = [.. Enumerable.Range(0, 18).Select(round => 0.1 + (0.001 * (round % 5)))];

        var judgement = PairedRounds.Judge([.. calm, 1.2, 1.1]);

        Assert.Equal(2, judgement.SetAside);
        Assert.InRange(judgement.Ratio, 1.10, 1.12);
    }

    [Fact]
    public void Two_modes_are_no_disturbance()
    {
        double[] modes =
        [
            .. Enumerable.Range(0, 20).Select(round => (round % 3 == 0 ? 0.3 : 0) + (0.001 * round)),
        ];

        Assert.Equal(0, PairedRounds.Judge(modes).SetAside);
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PairedRounds.Judge([]));
        Assert.Throws<ArgumentException>(() => PairedRounds.Judge([double.NaN, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedRounds.Judge([1, 1], margin: 0));
    }

    private static bool Same(Judgement one, Judgement other) =>
        Close(one.Ratio, other.Ratio)
        && Close(one.Interval.Low, other.Interval.Low)
        && one.Difference == other.Difference
        && one.SetAside == other.SetAside;

    private static bool Close(double one, double other) =>
        one == other || Math.Abs(one - other) <= 1e-9 * Math.Max(Math.Abs(one), Math.Abs(other));
}
