using Bench.Tests.Workloads;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Every lane of abandoned, with payloads that show.</summary>
[Collection(Alone.Name)]
public sealed class AbandonedRetentionTests
{
    private const int Payload = 32_768;

    public static TheoryData<string> Lanes => [.. EveryLane.NamesOf("abandoned")];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Without_cancellation_source_stage_and_items_are_kept_and_with_it_they_are_not(string name)
    {
        var lane = EveryLane.New<Abandoned>(name);
        lane.Parameters = new()
        {
            JobsPerSecond = 200,
            PayloadBytes = Payload,
            WarmUpMilliseconds = 0,
            MeasuredMilliseconds = 400,
        };

        Trial.Run(lane);

        var isUncancelled = name.EndsWith(":uncancelled", StringComparison.Ordinal);
        Assert.Empty(lane.Violations);
        Assert.Equal(0, lane.Units.Alive);
        Assert.Equal(isUncancelled ? 80 : 0, lane.Metrics["liveUnits"]);
        if (isUncancelled)
        {
            // What waits after the stage and before it, and what each has in hand; actors send the first to nobody.
            Assert.InRange(lane.Metrics["retainedBytes"], 40 * 5 * Payload, 40 * 12 * Payload);
        }
        else
        {
            Assert.InRange(lane.Metrics["retainedBytes"], 0, 40 * Payload);
        }
    }
}
