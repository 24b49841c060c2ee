using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Tests.Analysis;
using Xunit;

namespace Bench.Tests.Reporter;

/// <summary>Many answers in a few words.</summary>
public sealed class TallyTests
{
    private static double[] Steady(double value) =>
        [.. Enumerable.Range(0, 8).Select(round => value * (1 + (1e-4 * round)))];

    private static double[] Wild(double value, int high) =>
        [.. Enumerable.Range(0, 8).Select(round => value * (round % 2 == high ? 2 : 0.5))];

    [Fact]
    public void The_best_and_its_equals_count_and_the_lead_is_over_the_next_that_is_beaten() =>
        Assert.Equal(
            "Decided in 1 of 1 setting. Best, alone or with its equals: tasks in 1, channels in 1. Its lead over the next: 4.00×.",
            Words([("tasks", 0, Steady(400)), ("channels", 0, Steady(400)), ("threads", 0, Steady(100))])
        );

    [Fact]
    public void What_is_open_is_counted_and_names_nobody() =>
        Assert.Equal(
            "Decided in 1 of 2 settings. Best, alone or with its equals: tasks in 1. Its lead over the next: 2.00×. "
                + "Open in 1: these rounds do not decide there.",
            Words(
                [("tasks", 0, Steady(200)), ("threads", 0, Steady(100))],
                [("actors", 0, Wild(200, 0)), ("threads", 0, Wild(190, 1))]
            )
        );

    [Fact]
    public void With_one_round_nothing_is_decided() =>
        Assert.StartsWith(
            "Nothing is decided yet in 1 setting",
            Words([("tasks", 0, [200]), ("threads", 0, [100])]),
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_a_valid_sample_nothing_is_decided() =>
        Assert.StartsWith(
            "Nothing is decided yet",
            Words([("tasks", 0, []), ("threads", 0, [])]),
            StringComparison.Ordinal
        );

    private static string Words(params (string Model, int Replica, double[] Throughput)[][] settings) =>
        Tally.Of([
            .. settings
                .Select(arms => Runs.Of(arms).Scenarios.Single())
                .Select(scenario => Answers.For(scenario, scenario.Metric)),
        ]);
}
