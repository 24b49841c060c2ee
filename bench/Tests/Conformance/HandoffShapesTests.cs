using Bench.Tests.Workloads;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Every lane of hand-off and diamond in shapes that its smallest case does not have.</summary>
[Collection(Alone.Name)]
public sealed class HandoffShapesTests
{
    private const int Items = 1_000;

    public static TheoryData<string, int, int, int> Handoffs
    {
        get
        {
            var data = new TheoryData<string, int, int, int>();
            foreach (var name in EveryLane.NamesOf("handoff"))
            {
                data.Add(name, 1, 1, 1);
                data.Add(name, 3, 1, 8);
                data.Add(name, 3, 1, 0);
                data.Add(name, 1, 3, 8);
                data.Add(name, 3, 2, 4);
                data.Add(name, 3, 2, 0);
            }

            return data;
        }
    }

    public static TheoryData<string, int, int> Diamonds
    {
        get
        {
            var data = new TheoryData<string, int, int>();
            foreach (var name in EveryLane.NamesOf("diamond"))
            {
                data.Add(name, 2, 1);
                data.Add(name, 3, 8);
                data.Add(name, 3, 0);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Handoffs))]
    public void A_handoff_of_any_shape_keeps_order_and_bound(
        string name,
        int producers,
        int consumers,
        int capacity
    )
    {
        var lane = EveryLane.New<Handoff>(name);
        lane.Parameters = new()
        {
            Producers = producers,
            Consumers = consumers,
            Capacity = capacity,
            BurstItems = Items,
            PlayMilliseconds = 10,
        };

        Assert.SkipWhen(lane.WhyNot is not null, lane.WhyNot ?? "");
        Trial.Run(lane);

        Assert.Empty(lane.Violations);
        Assert.True(Trial.OperationsOf(lane).AddUp);
        Assert.Equal(0, lane.Units.Alive);
    }

    [Theory]
    [MemberData(nameof(Diamonds))]
    public void A_diamond_of_any_shape_joins_in_order_within_its_bound(
        string name,
        int branches,
        int capacity
    )
    {
        var lane = EveryLane.New<Diamond>(name);
        lane.Parameters = new()
        {
            Branches = branches,
            Capacity = capacity,
            BurstItems = Items,
            PlayMilliseconds = 10,
        };

        Trial.Run(lane);

        Assert.Empty(lane.Violations);
        Assert.True(Trial.OperationsOf(lane).AddUp);
        Assert.Equal(0, lane.Units.Alive);
    }
}
