using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class ScopePlanTests
{
    private static readonly ScopesParameters s_parameters = new();

    private static readonly List<ScopePlan> s_plans =
    [
        .. Enumerable.Range(0, 2_000).Select(number => ScopePlan.Of(1, number, s_parameters)),
    ];

    [Fact]
    public void A_plan_follows_from_seed_and_number()
    {
        Assert.Equal(s_plans[7].Children, ScopePlan.Of(1, 7, s_parameters).Children);
        Assert.NotEqual(s_plans[7].Children, s_plans[8].Children);
        Assert.NotEqual(s_plans[7].Children, ScopePlan.Of(2, 7, s_parameters).Children);
    }

    [Fact]
    public void A_fifth_fails_and_another_fifth_is_given_up()
    {
        Assert.InRange(s_plans.Count(plan => plan.IsFaulty), 320, 480);
        Assert.InRange(s_plans.Count(plan => plan.CancelAfter is not null), 320, 480);
        Assert.DoesNotContain(s_plans, plan => plan.IsFaulty && plan.CancelAfter is not null);
    }

    [Fact]
    public void Of_a_faulty_request_one_child_fails_at_one_of_its_steps() =>
        Assert.All(
            s_plans.Where(plan => plan.IsFaulty),
            plan =>
                Assert.InRange(
                    Assert.Single(plan.Children, child => child.FailsAt is not null).FailsAt!.Value,
                    0,
                    s_parameters.StepsPerChild - 1
                )
        );

    [Fact]
    public void A_caller_gives_up_before_any_child_can_be_done() =>
        Assert.All(
            s_plans.Where(plan => plan.CancelAfter is not null),
            plan =>
                Assert.All(
                    plan.Children,
                    child => Assert.True(plan.CancelAfter < child.Steps * child.StepTime)
                )
        );
}
