using Bench.Measurement.Hosting;
using Bench.Tests.Workloads;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Every lane of Savina's workloads in shapes that its smallest case does not have.</summary>
[Collection(Alone.Name)]
public sealed class SavinaShapesTests
{
    public static TheoryData<string, int, int> Rings =>
        Shapes("threadring", (2, 1), (2, 101), (7, 3), (7, 700), (200, 1_001));

    public static TheoryData<string, int, int> Bigs => Shapes("big", (2, 1), (2, 100), (9, 37), (200, 10));

    public static TheoryData<string, int, int> Malls =>
        Shapes("chameneos", (2, 100), (3, 101), (10, 1), (200, 1_000));

    public static TheoryData<string, int, int> Buffers =>
        Shapes("boundedbuffer", (1, 1), (1, 6), (4, 6), (20, 3));

    [Theory]
    [MemberData(nameof(Rings))]
    public void A_ring_of_any_size_passes_the_token_in_order(string name, int units, int hops)
    {
        var lane = EveryLane.New<Threadring>(name);
        lane.Parameters = new()
        {
            Units = units,
            Hops = hops,
            PlayMilliseconds = 5,
        };
        IsCorrect(lane);
    }

    [Theory]
    [MemberData(nameof(Bigs))]
    public void Any_number_of_units_ping_each_other(string name, int units, int pings)
    {
        var lane = EveryLane.New<Big>(name);
        lane.Parameters = new()
        {
            Units = units,
            Pings = pings,
            PlayMilliseconds = 5,
        };
        IsCorrect(lane);
    }

    [Theory]
    [MemberData(nameof(Malls))]
    public void Any_number_of_creatures_meet_and_keep_the_rule(string name, int creatures, int meetings)
    {
        var lane = EveryLane.New<Chameneos>(name);
        lane.Parameters = new()
        {
            Creatures = creatures,
            Meetings = meetings,
            PlayMilliseconds = 5,
        };
        IsCorrect(lane);
    }

    /// <summary>One consumer that is the slower side: the buffer is full all the time, and only one item may be in hand.</summary>
    [Theory]
    [MemberData(nameof(Buffers))]
    public void A_buffer_of_any_size_is_never_over_its_bound(string name, int slots, int producers)
    {
        var lane = EveryLane.New<Boundedbuffer>(name);
        lane.Parameters = new()
        {
            Slots = slots,
            Producers = producers,
            Consumers = 1,
            ItemsPerProducer = 60,
            ProducerCost = 0,
            ConsumerCost = 5,
            PlayMilliseconds = 5,
        };
        IsCorrect(lane);
        Assert.InRange(lane.Metrics["mostItemsWaiting"], 1, slots + 1);
    }

    private static TheoryData<string, int, int> Shapes(
        string workload,
        params (int Units, int Amount)[] shapes
    )
    {
        var data = new TheoryData<string, int, int>();
        foreach (var name in EveryLane.NamesOf(workload))
        {
            foreach (var (units, amount) in shapes)
            {
                data.Add(name, units, amount);
            }
        }

        return data;
    }

    private static void IsCorrect(Workload lane)
    {
        Trial.Run(lane);

        Assert.Empty(lane.Violations);
        Assert.True(Trial.OperationsOf(lane).AddUp);
        Assert.Equal(0, lane.Units.Alive);
    }
}
