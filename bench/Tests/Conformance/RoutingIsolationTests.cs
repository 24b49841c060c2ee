using Bench.Tests.Workloads;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Every routing lane while each of its handlers fails once.</summary>
[Collection(Alone.Name)]
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

        Assert.SkipWhen(lane.WhyNot is not null, lane.WhyNot ?? "");
        Trial.Run(lane);

        Assert.Empty(lane.Violations);
        Assert.Equal(0, lane.Metrics["failedOutsideFaultyUnitCalls"]);
        Assert.True(lane.Metrics["failedCalls"] > 0);
        Assert.True(lane.Metrics["hangRecoveryMilliseconds"] >= 29);
        Assert.Equal(0, lane.Units.Alive);
    }

    /// <summary>What isolation is held against: one unit for all handlers loses what all of them know, and recovers.</summary>
    [Theory]
    [MemberData(nameof(Lanes))]
    public void What_shares_a_unit_fails_with_it(string name)
    {
        var lane = EveryLane.New<Routing>(name);
        lane.Parameters = new()
        {
            Handlers = 8,
            HandlersPerUnit = 8,
            FaultyPercent = 25,
            HangLimitMilliseconds = 30,
            WarmUpMilliseconds = 0,
            MeasuredMilliseconds = 400,
        };

        Assert.SkipWhen(lane.WhyNot is not null, lane.WhyNot ?? "");
        Trial.Run(lane);

        Assert.Empty(lane.Violations);
        Assert.True(lane.Metrics["failedOutsideFaultyUnitCalls"] > 0);
        Assert.True(lane.Metrics["neighbourP99Milliseconds"] >= 15);
        Assert.Equal(0, lane.Units.Alive);
    }
}
