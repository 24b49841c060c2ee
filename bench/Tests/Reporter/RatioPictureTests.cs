using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Pictures;
using Bench.Reporter.Words;
using Bench.Tests.Analysis;
using Xunit;

namespace Bench.Tests.Reporter;

public sealed class RatioPictureTests
{
    private static double[] Usual => [100, 100, 100, 100, 100, 100];

    /// <summary>Faster in every round, but so unevenly that the p-value is 0.007.</summary>
    private static double[] Faster =>
        [.. Usual.Select((value, round) => value * Math.Exp(round % 2 == 0 ? 0.3 : 0.1))];

    [Fact]
    public void What_is_shown_alone_is_better() =>
        Assert.Matches(@"tasks \S+ \[\S+\] better", Words(("tasks", 0, Faster)));

    [Fact]
    public void What_is_too_weak_among_the_pictures_comparisons_is_inconclusive() =>
        Assert.Matches(@"tasks \S+ \[\S+\] inconclusive", Words(("tasks", 0, Faster), ("actors", 0, Usual)));

    [Theory]
    [InlineData(2, 1e-12, 1e14, "2.00× [<0.001–>1,000]")]
    [InlineData(0.0000819, 0.0000501, 0.000134, "0.0000819× [0.0000501–0.000134]")]
    [InlineData(2_320, 1_040, 5_170, "2,320× [1,040–5,170]")]
    public void What_is_beyond_a_thousand_is_said_only_where_the_ratio_is(
        double ratio,
        double low,
        double high,
        string words
    ) =>
        Assert.Equal(
            words,
            VerdictWords.Ratio(
                new()
                {
                    Metric = "throughput",
                    Workload = "pingpong",
                    Parameters = new([]),
                    Terms = "equal",
                    Baseline = "threads",
                    Contender = "tasks",
                    Outcome = Outcome.Inconclusive,
                    Rounds = 5,
                    Ratio = ratio,
                    Low = low,
                    High = high,
                }
            )
        );

    [Fact]
    public void An_interval_without_bounds_leaves_the_axis_to_the_centres()
    {
        var axis = Axis.LogAround(
            [new Estimate(2, 1e-12, 1e14, 5), new Estimate(1.5, 1.4, 1.6, 5)],
            Unit.Count,
            Room.Across(400),
            0.95,
            1.05
        );
        Assert.InRange(axis.Low, -2, 0);
        Assert.InRange(axis.High, 0.4, 2);
        Assert.True(axis.IsBeyond(1e-12) && axis.IsBeyond(1e14) && !axis.IsBeyond(1.6));
    }

    private static string Words(params (string Model, int Replica, double[] Throughput)[] others) =>
        RatioPicture.Of(Runs.Of([("threads", 0, Usual), .. others]).Scenarios[0], "threads")!.Alt;
}
