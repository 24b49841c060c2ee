using Bench.Tests.Workloads;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Every gateway lane under more requests than it can serve, and under few.</summary>
[Collection(Alone.Name)]
public sealed class GatewayBufferTests
{
    private static readonly GatewayParameters s_overload = new()
    {
        RatePerSecond = 2_000,
        BatchLimit = 2,
        LingerMilliseconds = 1,
        BufferCapacity = 3,
        ConcurrencyLimit = 2,
        BackendCapacity = 2,
        CheckMicroseconds = 5_000,
        TokenMicroseconds = 100,
        WarmUpMilliseconds = 0,
        MeasuredMilliseconds = 300,
    };

    public static TheoryData<string> Lanes => [.. EveryLane.NamesOf("gateway")];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void A_full_buffer_refuses_and_what_is_accepted_is_answered(string name)
    {
        var lane = Run(name, s_overload);

        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.Rejected > 0);
        Assert.Equal(operations.Intended, operations.Completed + operations.Rejected);
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void A_buffer_without_a_bound_refuses_nobody(string name)
    {
        var lane = Run(name, s_overload with { BufferCapacity = 0, MeasuredMilliseconds = 100 });

        Assert.Equal(Trial.OperationsOf(lane).Intended, Trial.OperationsOf(lane).Completed);
        Assert.True(lane.Metrics["mostRequestsWaiting"] > 6);
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Few_requests_linger_for_more_and_go_in_batches_that_are_not_full(string name)
    {
        var lane = Run(
            name,
            s_overload with
            {
                RatePerSecond = 200,
                BatchLimit = 64,
                LingerMilliseconds = 30,
                BufferCapacity = 100,
            }
        );

        var isPerRequest = name.EndsWith(":per-request", StringComparison.Ordinal);
        Assert.Equal(isPerRequest, lane.Metrics["tokensPerCheck"] < 1.5);
    }

    private static Gateway Run(string name, GatewayParameters parameters)
    {
        var lane = EveryLane.New<Gateway>(name);
        lane.Parameters = parameters;
        Trial.Run(lane);

        Assert.Empty(lane.Violations);
        Assert.Equal(0, lane.Units.Alive);
        return lane;
    }
}
