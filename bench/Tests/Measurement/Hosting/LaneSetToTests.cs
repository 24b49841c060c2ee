using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Measurement.Planning;
using Bench.Results;
using Bench.Tests.Conformance;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Measurement.Hosting;

/// <summary>A lane that is set to parameters of its own, such as a file's.</summary>
public sealed class LaneSetToTests
{
    private static readonly ScenarioParameters s_shop = new()
    {
        RatePerSecond = 77,
        Calls = 5,
        WarmUpMilliseconds = 3_000,
        MeasuredMilliseconds = 20_000,
        DeadlineMilliseconds = 1_000,
    };

    [Fact]
    public void Has_the_one_case_of_these_in_any_preset()
    {
        var lane = LaneOf("tasks").SetTo(ParameterText.Of(s_shop));

        var (planned, outOfReach) = Assert.Single(lane.Cases(Presets.Smoke));

        Assert.Null(outOfReach);
        Assert.Equal($"scenario/tasks/equal/{ParameterText.Of(s_shop)}", planned.Case);
        Assert.Equal(60 + 3 + 20 + 1, planned.LimitSeconds);
        Assert.Equal(planned, Assert.Single(lane.Cases(Presets.Full)).Case);
        Assert.Equal(s_shop, ((Scenario)lane.Create(planned, seed: 1)).Parameters);
    }

    [Fact]
    public void Keeps_the_mix_when_its_load_is_set()
    {
        var lane = LaneOf("tasks").SetTo(ParameterText.Of(s_shop));

        var planned = lane.AtLoad(new LoadPoint(500, 0, 1_000, 2_000), "equal", CaseStage.Search);

        var expected = s_shop with
        {
            RatePerSecond = 500,
            WarmUpMilliseconds = 1_000,
            MeasuredMilliseconds = 2_000,
        };
        Assert.Equal(ParameterText.Of(expected), planned.Parameters);
        Assert.Equal("ratePerSecond", lane.LoadParameter);
    }

    [Theory]
    [InlineData(0, LoadChange.Ramp, 250)]
    [InlineData(900, LoadChange.Spike, 900)]
    public void A_load_that_changes_does_so_in_proportion_unless_it_is_told_otherwise(
        int spike,
        LoadChange change,
        int changesTo
    )
    {
        var lane = LaneOf("tasks")
            .SetTo(
                ParameterText.Of(
                    s_shop with
                    {
                        RatePerSecond = 200,
                        Change = LoadChange.Ramp,
                        ChangesTo = 100,
                    }
                )
            );

        var planned = lane.AtLoad(new LoadPoint(500, spike, 0, 2_000), "equal", CaseStage.Search);

        var parameters = ((Scenario)lane.Create(planned, seed: 1)).Parameters;
        Assert.Equal(
            (500, change, changesTo),
            (parameters.RatePerSecond, parameters.Change, parameters.ChangesTo)
        );
    }

    [Fact]
    public void A_search_for_its_capacity_knows_the_mix_and_begins_with_its_load()
    {
        var users = ParameterText.Of(
            s_shop with
            {
                Arrivals = ScenarioArrivals.Users,
                RatePerSecond = 0,
                Users = 900,
            }
        );

        var target = Assert.Single(LaneOf("actors").SetTo(users).CapacityTargets());

        Assert.Equal(("users", 900, "equal"), (target.Parameter, target.Start, target.Terms));
        Assert.Equal(users, target.Parameters);
        Assert.Null(Assert.Single(LaneOf("actors").CapacityTargets()).Parameters);
    }

    [Fact]
    public void What_it_cannot_do_is_planned_as_out_of_reach()
    {
        var many = ParameterText.Of(s_shop with { ConcurrencyLimit = 2_000 });
        Lane[] lanes = [LaneOf("threads").SetTo(many), LaneOf("channels").SetTo(many)];

        var plan = Plan.Of(lanes, Presets.Quick);

        Assert.Equal(["channels", "channels"], plan.Cases.Select(planned => planned.Model));
        var unreachable = Assert.Single(plan.Unreachable);
        Assert.StartsWith("10,000 threads", unreachable.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_can_be_asked_is_what_stands_in_its_ids() =>
        Assert.Equal(
            ParameterText.Of(s_shop).Select(item => item.Key),
            LaneOf("tasks").Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Its_words_are_those_of_the_mix() =>
        Assert.Contains(
            "77 requests a second",
            LaneOf("tasks").SetTo(ParameterText.Of(s_shop)).Workload.Summary,
            StringComparison.Ordinal
        );

    private static Lane LaneOf(string model) =>
        EveryLane.All.Single(lane => lane.Workload.Id == "scenario" && lane.Model.Id == model);
}
