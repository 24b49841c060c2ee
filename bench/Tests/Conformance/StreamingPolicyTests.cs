using Bench.Tests.Workloads;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Every streaming lane under every policy, with slow subscribers that fall behind.</summary>
[Collection(Alone.Name)]
public sealed class StreamingPolicyTests
{
    public static TheoryData<string, OverflowPolicy> Lanes
    {
        get
        {
            var data = new TheoryData<string, OverflowPolicy>();
            foreach (var name in EveryLane.NamesOf("streaming"))
            {
                foreach (var policy in Enum.GetValues<OverflowPolicy>())
                {
                    data.Add(name, policy);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void A_lane_keeps_the_policy(string name, OverflowPolicy policy)
    {
        var lane = EveryLane.New<Streaming>(name);
        lane.Parameters = new()
        {
            Subscribers = 6,
            SlowOneIn = 6,
            EventsPerSecond = 100,
            SendMilliseconds = 1,
            SlowSendMilliseconds = 30,
            SlowPolicy = policy,
            BufferCapacity = 2,
            ConcurrencyLimit = 18,
            WarmUpMilliseconds = 0,
            MeasuredMilliseconds = 300,
        };

        Trial.Run(lane);

        Assert.Empty(lane.Violations);
        Assert.Equal(policy != OverflowPolicy.Wait, lane.Metrics["droppedFraction"] > 0);
        Assert.True(Trial.OperationsOf(lane).AddUp);
        Assert.Equal(0, lane.Units.Alive);
    }

    /// <summary>A pool smaller than the connections, as the article has it: slower, never wrong.</summary>
    [Fact]
    public void A_saturated_pool_loses_nothing()
    {
        var lane = EveryLane.New<Streaming>("streaming/threads:default");
        lane.Parameters = new()
        {
            Subscribers = 6,
            EventsPerSecond = 100,
            SendMilliseconds = 4,
            SlowPolicy = OverflowPolicy.Wait,
            BufferCapacity = 2,
            ConcurrencyLimit = 2,
            WarmUpMilliseconds = 0,
            MeasuredMilliseconds = 100,
        };

        Trial.Run(lane);

        Assert.Empty(lane.Violations);
        Assert.Equal(Trial.OperationsOf(lane).Intended, Trial.OperationsOf(lane).Completed);
    }
}
