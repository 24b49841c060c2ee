using System.Globalization;
using Bench.Analysis.Gating;
using Xunit;

namespace Bench.Tests.Analysis.Gating;

/// <summary>How often a gate is wrong, and how often it finds a slowdown: decision 0015.</summary>
public sealed class GateRatesTests
{
    private const int Gates = 50;
    private const double Slower = 1.10;

    [Theory]
    [InlineData(1, 0.02)]
    [InlineData(12, 0.01)]
    [InlineData(12, 0.03)]
    [InlineData(12, 0.10)]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void An_unchanged_tree_never_fails(int lanes, double deviation)
    {
        var failed = Carry(new(lanes, deviation)).Count(gate => gate.Outcome == GateOutcome.Failed);

        FigureLine.Write(
            $"gate: unchanged tree fails, {lanes} lanes, CV {Percent(deviation)}",
            $"0 of {Gates}",
            $"{failed} of {Gates}"
        );
        Assert.Equal(0, failed);
    }

    [Theory]
    [InlineData(12, 0.01)]
    [InlineData(12, 0.03)]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void A_lane_that_takes_a_tenth_longer_fails_the_gate_and_no_other_lane_does(
        int lanes,
        double deviation
    )
    {
        var named = Carry(new(lanes, deviation, Slower)).Select(Named).ToList();

        FigureLine.Write(
            $"gate: +10 % in one of {lanes} lanes fails, naming it alone, CV {Percent(deviation)}",
            $"{Gates} of {Gates}",
            $"{named.Count(names => names is [var only] && only == SimulatedGate.Slowed)} of {Gates}"
        );
        Assert.All(named, names => Assert.Equal([SimulatedGate.Slowed], names));
    }

    /// <summary>What noise leaves of it, within the 18 rounds that a few lanes have time for, and within all 60.</summary>
    [Theory]
    [InlineData(0.02, 18, 0.95)]
    [InlineData(0.05, 60, 0.95)]
    [InlineData(0.05, 18, 0.45)]
    [InlineData(0.08, 60, 0.75)]
    [Trait("Category", "Long")]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void How_often_a_tenth_is_found_depends_on_the_noise(double deviation, int rounds, double least)
    {
        const int Many = 400;
        var named = Carry(new(4, deviation, Slower), Many, rounds).Select(Named).ToList();
        var found = named.Count(names => names.Contains(SimulatedGate.Slowed)) / (double)Many;
        var wrong = named.Count(names => names.Exists(name => name != SimulatedGate.Slowed));

        FigureLine.Write(
            $"gate: +10 % in one of 4 lanes found within {rounds} rounds, CV {Percent(deviation)}",
            $"at least {Percent(least)}",
            $"{Percent(found)}; another lane named in {wrong} of {Many}"
        );
        Assert.InRange(found, least, 1);
        Assert.InRange(wrong, 0, Many / 100);
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.05)]
    [Trait("Category", "Long")]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void An_unchanged_tree_fails_in_far_less_than_one_percent_of_many_gates(double deviation)
    {
        const int Many = 1_000;
        var failed = Carry(new(12, deviation), Many).Count(gate => gate.Outcome == GateOutcome.Failed);

        FigureLine.Write(
            $"gate: unchanged tree of 12 lanes fails, CV {Percent(deviation)}",
            "at most 0.5 %",
            Percent(failed / (double)Many)
        );
        Assert.InRange(failed, 0, Many / 200);
    }

    private static ParallelQuery<GateAnalysis> Carry(
        SimulatedGate gate,
        int times = Gates,
        int mostRounds = 60
    ) =>
        Enumerable
            .Range(1, times)
            .AsParallel()
            .AsOrdered()
            .Select(seed => gate.Carry(new Random(seed), mostRounds));

    private static List<string> Named(GateAnalysis gate) =>
        [.. gate.Failed.Select(finding => finding.Case).Distinct()];

    private static string Percent(double share) => share.ToString("0.## %", CultureInfo.InvariantCulture);
}
