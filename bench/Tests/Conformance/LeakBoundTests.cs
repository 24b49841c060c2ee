using Bench.Tests.Workloads;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Every lane of leak while its sink takes nothing.</summary>
[Collection(Alone.Name)]
public sealed class LeakBoundTests
{
    public static TheoryData<string> Lanes => [.. EveryLane.NamesOf("leak")];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Without_a_deadline_all_work_is_alive_at_the_end_and_with_one_it_was_given_up(string name)
    {
        var lane = EveryLane.New<Leak>(name);
        lane.Parameters = new()
        {
            DeadlineMilliseconds = 20,
            PayloadBytes = 1_024,
            WarmUpMilliseconds = 0,
            SoakMilliseconds = 1_000,
        };

        Trial.Run(lane);

        var isUnmanaged = name.EndsWith(":unmanaged", StringComparison.Ordinal);
        Assert.Empty(lane.Violations);
        Assert.Equal(0, lane.Units.Alive);
        Assert.Equal(!isUnmanaged, lane.Metrics["givenUpFraction"] > 0);
        if (isUnmanaged)
        {
            // All 250 but the latest, which a busy machine may not have started yet.
            Assert.InRange(lane.Metrics["liveUnits"], 200, 252);
        }
    }
}
