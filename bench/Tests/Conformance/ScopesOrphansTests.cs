using Bench.Tests.Workloads;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Every lane of scopes while most requests go wrong.</summary>
[Collection(Alone.Name)]
public sealed class ScopesOrphansTests
{
    public static TheoryData<string> Lanes => [.. EveryLane.NamesOf("scopes")];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Structured_lanes_leave_nobody_behind_and_unstructured_ones_do(string name)
    {
        var lane = EveryLane.New<Scopes>(name);
        lane.Parameters = new()
        {
            FaultyPercent = 40,
            CancelledPercent = 40,
            WarmUpMilliseconds = 0,
            MeasuredMilliseconds = 600,
        };

        Trial.Run(lane);

        Assert.Empty(lane.Violations);
        Assert.Equal(
            name.EndsWith(":unstructured", StringComparison.Ordinal),
            lane.Metrics["orphansPerFailedRequest"] > 0
        );
        Assert.Equal(0, lane.Units.Alive);
    }
}
