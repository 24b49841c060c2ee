using Bench.Tests.Workloads;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Every lane of supervised while a backend is down for a while and many items fail.</summary>
[Collection(Alone.Name)]
public sealed class SupervisedOutageTests
{
    public static TheoryData<string> Lanes => [.. EveryLane.NamesOf("supervised")];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Supervised_lanes_fail_only_what_no_retry_saves_and_plain_ones_fail_more(string name)
    {
        var lane = EveryLane.New<Supervised>(name);
        lane.Parameters = new()
        {
            TransientPerThousand = 150,
            PermanentPerThousand = 50,
            OutageStartMilliseconds = 100,
            OutageMilliseconds = 300,
            WarmUpMilliseconds = 0,
            MeasuredMilliseconds = 500,
        };

        Trial.Run(lane);

        var isPlain = name.EndsWith(":plain", StringComparison.Ordinal);
        var permanent = Enumerable
            .Range(0, 250)
            .Count(number => ItemFaults.Of(lane.Seed, number, lane.Parameters).PermanentAt is not null);
        var failed = Trial.OperationsOf(lane).Failed;
        Assert.Empty(lane.Violations);
        Assert.Equal(0, lane.Metrics["duplicates"]);
        Assert.Equal(isPlain, lane.Metrics["breakerOpenings"] == 0);
        Assert.Equal(isPlain, failed > permanent);
        Assert.True(failed >= permanent);
        Assert.Equal(0, lane.Units.Alive);
    }
}
