using Bench.Tests.Workloads;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Every scenario lane under mixes that its smallest case does not have.</summary>
[Collection(Alone.Name)]
public sealed class ScenarioMixTests
{
    private static readonly ScenarioParameters s_mix = new()
    {
        RatePerSecond = 400,
        DeadlineMilliseconds = 0,
        ConcurrencyLimit = 32,
        Calls = 3,
        Service = ServiceDistribution.Lognormal,
        ServiceMeanMicroseconds = 2_000,
        ServiceP99Microseconds = 8_000,
        BackendCapacity = 0,
        BlockingThreads = 8,
        Keys = 8,
        WarmUpMilliseconds = 0,
        MeasuredMilliseconds = 400,
    };

    public static TheoryData<string> Lanes => [.. EveryLane.NamesOf("scenario")];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Many_failures_fail_what_no_retry_saves_and_nothing_else(string name)
    {
        var lane = Run(name, s_mix with { FailuresPerThousand = 400, Retries = 2, BlockingPercent = 40 });

        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.Failed > 0);
        Assert.Equal(operations.Intended, operations.Completed + operations.Failed);
        Assert.True(lane.Metrics["retriesPerRequest"] > 1);
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void A_load_beyond_the_limit_is_refused_and_what_is_accepted_is_answered(string name)
    {
        var lane = Run(
            name,
            s_mix with
            {
                RatePerSecond = 2_000,
                ConcurrencyLimit = 2,
                QueueBound = 3,
                FailuresPerThousand = 0,
                BlockingPercent = 10,
                BlockingThreads = 1,
            }
        );

        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.Rejected > 0);
        Assert.Equal(operations.Intended, operations.Completed + operations.Rejected);
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Requests_that_are_late_leave_the_state_right(string name)
    {
        var lane = Run(
            name,
            s_mix with
            {
                Service = ServiceDistribution.Constant,
                ServiceMeanMicroseconds = 30_000,
                ServiceP99Microseconds = 0,
                DeadlineMilliseconds = 10,
            }
        );

        Assert.Equal(Trial.OperationsOf(lane).Intended, Trial.OperationsOf(lane).TimedOut);
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void All_that_blocks_and_one_key_for_all_is_correct(string name)
    {
        var lane = Run(
            name,
            s_mix with
            {
                Arrivals = ScenarioArrivals.Users,
                RatePerSecond = 0,
                Users = 20,
                ThinkMilliseconds = 5,
                Change = LoadChange.Spike,
                ChangesTo = 60,
                BlockingPercent = 100,
                Keys = 1,
                UpdateRounds = 1_000,
            }
        );

        Assert.True(Trial.OperationsOf(lane).Completed > 0);
    }

    private static Scenario Run(string name, ScenarioParameters parameters)
    {
        var lane = EveryLane.New<Scenario>(name);
        lane.Parameters = parameters;

        Trial.Run(lane);

        Assert.Empty(lane.Violations);
        Assert.True(Trial.OperationsOf(lane).AddUp);
        Assert.Equal(0, lane.Units.Alive);
        return lane;
    }
}
