using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class HeadwayTests
{
    [Fact]
    public void Fairness_is_Jains_index_of_what_is_done_when_the_first_is_through()
    {
        var headway = new Headway([() => 4, () => 2]);
        headway.Begin();
        headway.Finish();

        Assert.Equal(36 / (2 * 20.0), headway.Fairness, 12);
    }

    [Fact]
    public void Only_the_first_of_each_race_is_looked_at_and_races_are_averaged()
    {
        var done = new long[] { 10, 0 };
        var headway = new Headway([() => done[0], () => done[1]]);
        headway.Begin();
        headway.Finish();
        done[1] = 10;
        headway.Finish();
        Assert.Equal(0.5, headway.Fairness, 12);

        headway.Begin();
        headway.Finish();
        Assert.Equal(0.75, headway.Fairness, 12);
    }

    [Fact]
    public void Where_nobody_was_through_there_is_no_fairness() =>
        Assert.Equal(0, new Headway([() => 1]).Fairness);
}
