using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class CallPlanTests
{
    private static readonly RoutingParameters s_parameters = new();
    private static readonly CallPlan s_plan = new(1, s_parameters);

    [Fact]
    public void Equal_seeds_give_equal_plans_and_others_give_others()
    {
        Assert.Equal(s_plan.Events, new CallPlan(1, s_parameters).Events);
        Assert.NotEqual(s_plan.Events, new CallPlan(2, s_parameters).Events);
    }

    [Fact]
    public void Events_are_in_order_of_time_and_numbered_so()
    {
        Assert.Equal(s_plan.Offsets.Order(), s_plan.Offsets);
        Assert.Equal(Enumerable.Range(0, s_plan.Events.Count), s_plan.Events.Select(item => item.Number));
    }

    [Fact]
    public void Every_call_is_set_up_updated_and_hung_up_by_one_handler()
    {
        var calls = s_plan.Events.GroupBy(item => item.Call).ToList();

        Assert.Equal(800, calls.Count);
        Assert.All(
            calls,
            call =>
            {
                Assert.Equal(
                    [
                        CallEventKind.Setup,
                        .. Enumerable.Repeat(CallEventKind.Update, s_parameters.UpdatesPerCall),
                        CallEventKind.HangUp,
                    ],
                    call.Select(item => item.Kind)
                );
                Assert.Single(call.Select(item => item.Handler).Distinct());
            }
        );
    }

    [Fact]
    public void A_quarter_of_the_handlers_fails_once_each_half_by_crashing_half_by_hanging()
    {
        var faults = s_plan.Events.Where(item => item.Fault != HandlerFault.None).ToList();

        Assert.Equal(8, faults.Count);
        Assert.Equal(8, faults.Select(item => item.Handler).Distinct().Count());
        Assert.Equal(4, faults.Count(item => item.Fault == HandlerFault.Crash));
        Assert.All(faults, item => Assert.InRange(s_plan.Offsets[item.Number] / 1e6, 725, 1_150));
    }
}
