using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Reporter;

public sealed class HeadlinesTests
{
    [Fact]
    public void The_first_told_scenario_and_the_equal_one_with_its_parameters_speak_for_a_workload()
    {
        Scenario[] scenarios =
        [
            Scenario("equal", 500),
            Scenario("equal", 10_000),
            Scenario("told", 10_000),
            Scenario("equal", 5),
            Scenario("told", 5),
        ];

        Assert.Equal([scenarios[2], scenarios[1]], Headlines.Of(scenarios));
    }

    [Fact]
    public void Without_told_terms_the_last_scenario_speaks()
    {
        Scenario[] scenarios = [Scenario("equal", 500), Scenario("equal", 10_000)];

        Assert.Equal([scenarios[1]], Headlines.Of(scenarios));
    }

    private static Scenario Scenario(string terms, int users) =>
        new(
            new WorkloadFacts("w", "W", "", "", "p95"),
            new ParameterSet([new("users", $"{users}")]),
            ParameterSet.Empty,
            terms,
            [],
            []
        );
}
