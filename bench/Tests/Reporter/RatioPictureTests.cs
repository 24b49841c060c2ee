using Bench.Reporter.Pictures;
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

    private static string Words(params (string Model, int Replica, double[] Throughput)[] others) =>
        RatioPicture.Of(Runs.Of([("threads", 0, Usual), .. others]).Scenarios[0], "threads")!.Alt;
}
