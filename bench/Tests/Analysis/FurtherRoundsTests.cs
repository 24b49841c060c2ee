using Bench.Analysis;
using Bench.Tests.Analysis.Simulation;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class FurtherRoundsTests
{
    /// <summary>The plan takes what was seen for the truth, so it keeps its word a little less often than the 80 % it aims at.</summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(1.05)]
    [InlineData(1.15)]
    public void The_rounds_asked_for_probably_decide(double effect)
    {
        var random = new Random(4);
        var rounds = RoundsOf.LogNormal(0.05, effect);
        var (asked, decided) = (0, 0);
        for (var i = 0; i < 2000; i++)
        {
            var first = rounds(random, 6);
            if (PairedRounds.Judge(first).FurtherRounds is { } further)
            {
                double[] all = [.. first, .. rounds(random, further)];
                asked++;
                decided += PairedRounds.Judge(all).Difference == Difference.Undecided ? 0 : 1;
            }
        }

        Assert.InRange((double)decided / asked, 0.5, 1);
    }

    [Fact]
    public void A_hopeless_comparison_asks_for_nothing() =>
        Assert.Null(PairedRounds.Judge([2, -2, 1.8, -1.8, 2.2, -2.2]).FurtherRounds);
}
