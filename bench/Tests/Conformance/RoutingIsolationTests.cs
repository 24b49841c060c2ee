using Bench.Tests.Workloads;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Every routing lane while each of its handlers fails once.</summary>
public sealed class RoutingIsolationTests
{
    public static TheoryData<string> Lanes => [.. EveryLane.NamesOf("routing")];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void No_call_fails_outside_the_faulty_unit_and_every_handler_recovers(string name)
    {
        var lane = EveryLane.New<Routing>(name);
        lane.Parameters = new()
        {
            Handlers = 8,
            FaultyPercent = 100,
            HangLimitMilliseconds = 30,
            WarmUpMilliseconds = 0,
            MeasuredMilliseconds = 400,
        };

        Trial.Run(lane);

        Assert.Empty(lane.Violations);
        Assert.Equal(0, lane.Metrics["failedOutsideFaultyUnitCalls"]);
        Assert.True(lane.Metrics["failedCalls"] > 0);
        Assert.True(lane.Metrics["hangRecoveryMilliseconds"] >= 29);
        Assert.Equal(0, lane.Units.Alive);
    }
}
