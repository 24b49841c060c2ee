using Bench.Tests.Workloads;
using Xunit;

namespace Bench.Tests.Cluster;

/// <summary>What a lane takes from its nodes into the sample.</summary>
[Collection(Alone.Name)]
public sealed class ClusterLaneTests
{
    [Fact]
    public void The_sample_has_a_share_of_every_node()
    {
        var lane = Trial.Run(
            new ShardedActors.Payments
            {
                Parameters = new()
                {
                    Accounts = 50,
                    RatePerSecond = 200,
                    BackendMilliseconds = 1,
                    WarmUpMilliseconds = 100,
                    MeasuredMilliseconds = 500,
                },
            }
        );

        Assert.Empty(lane.Violations);
        Assert.Equal(2, lane.Window.Watched.Count);
        Assert.All(lane.Window.Watched, process => Assert.False(ShardedNodes.IsAlive(process)));
        Assert.Equal(50, lane.Units.Created);
        Assert.Equal(0, lane.Units.Alive);
        Assert.InRange(lane.Metrics["node1Requests"] + lane.Metrics["node2Requests"], 118, 121);
        Assert.All(
            new[] { 1, 2 },
            node =>
            {
                Assert.True(lane.Metrics[$"node{node}Requests"] > 0);
                Assert.True(lane.Metrics[$"node{node}ProcessorSeconds"] > 0);
                Assert.True(lane.Metrics[$"node{node}PeakResidentBytes"] > 0);
            }
        );
    }

    [Fact]
    public void Payments_that_no_balance_covers_are_declined_in_every_node()
    {
        var lane = Trial.Run(
            new ShardedActors.Payments
            {
                Parameters = new()
                {
                    Accounts = 10,
                    OpeningCents = 20_000,
                    RatePerSecond = 400,
                    BackendMilliseconds = 1,
                    WarmUpMilliseconds = 100,
                    MeasuredMilliseconds = 500,
                },
            }
        );

        Assert.Empty(lane.Violations);
    }
}
