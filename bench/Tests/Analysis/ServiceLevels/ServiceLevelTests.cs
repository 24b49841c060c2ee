using Bench.Analysis.ServiceLevels;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.ServiceLevels;

public sealed class ServiceLevelTests
{
    [Theory]
    [InlineData("p50<1ns", "p50", Relation.Below, 1)]
    [InlineData("p90<=2us", "p90", Relation.AtMost, 2e3)]
    [InlineData("p95<3µs", "p95", Relation.Below, 3e3)]
    [InlineData("p99<100ms", "p99", Relation.Below, 100e6)]
    [InlineData("p999 < 1.5 s", "p999", Relation.Below, 1.5e9)]
    [InlineData("mean<5ms", "mean", Relation.Below, 5e6)]
    [InlineData("max<=1s", "max", Relation.AtMost, 1e9)]
    [InlineData("errors<0.1%", "errorRate", Relation.Below, 0.001)]
    [InlineData("errors<=0%", "errorRate", Relation.AtMost, 0)]
    [InlineData("memory<64KiB", "peakResident", Relation.Below, 65_536)]
    [InlineData("memory<512MiB", "peakResident", Relation.Below, 536_870_912)]
    [InlineData("memory<2GiB", "peakResident", Relation.Below, 2_147_483_648)]
    [InlineData("throughput>1000/s", "throughput", Relation.Above, 1_000)]
    [InlineData("throughput>=1000/s", "throughput", Relation.AtLeast, 1_000)]
    public void An_objective_is_read(string text, string metric, Relation relation, double threshold)
    {
        var objective = Assert.Single(ServiceLevel.Parse(text).Objectives);

        Assert.Equal(metric, objective.Metric.Id);
        Assert.Equal(relation, objective.Relation);
        Assert.Equal(threshold, objective.Threshold, threshold * 1e-12);
    }

    [Fact]
    public void Objectives_are_separated_by_commas_and_keep_their_order()
    {
        var level = ServiceLevel.Parse(" p99<100ms , errors<0.1%,throughput>1000/s ");

        Assert.Equal(
            ["p99<100ms", "errors<0.1%", "throughput>1000/s"],
            level.Objectives.Select(objective => objective.Text)
        );
        Assert.Equal("p99", level.OnLatency?.Metric.Id);
    }

    [Theory]
    [InlineData(
        "",
        "column 1: expected one of p50, p90, p95, p99, p999, mean, max, errors, memory or throughput, found the end"
    )]
    [InlineData("p98<100ms", "column 1: expected one of p50")]
    [InlineData("P99<100ms", "column 1: expected one of p50")]
    [InlineData("p99", "column 4: expected < or <= after p99, found the end")]
    [InlineData("p99=100ms", "column 4: expected < or <= after p99, found '=100ms'")]
    [InlineData("p99>100ms", "column 4: expected < or <= after p99, found '>100ms'")]
    [InlineData("errors>=1%", "column 7: expected < or <= after errors")]
    [InlineData("p99<ms", "column 5: expected a number such as 100 or 0.1, found 'ms'")]
    [InlineData("p99<-1ms", "column 5: expected a number")]
    [InlineData("p99<.5ms", "column 5: expected a number")]
    [InlineData("p99<1e3ms", "column 6: expected a unit: ns, us, µs, ms or s, found 'e3ms'")]
    [InlineData("p99<100", "column 8: expected a unit: ns, us, µs, ms or s, found the end")]
    [InlineData("p99<100%", "column 8: expected a unit: ns, us, µs, ms or s, found '%'")]
    [InlineData("errors<1", "column 9: expected a unit: %, found the end")]
    [InlineData("memory<1MB", "column 9: expected a unit: KiB, MiB or GiB, found 'MB'")]
    [InlineData("throughput>1", "column 13: expected a unit: /s, found the end")]
    [InlineData("p99<100ms,", "column 11: expected one of p50")]
    [InlineData("p99<100ms,,errors<1%", "column 11: expected one of p50")]
    [InlineData("p99<100ms errors<1%", "column 11: expected a comma or the end, found 'errors<1%'")]
    [InlineData("p99<100ms;errors<1%", "column 8: expected a unit")]
    [InlineData("p99<10ms\n", "column 9: expected a comma or the end, found an unprintable character")]
    public void What_is_no_service_level_is_refused_with_the_column_and_what_was_expected(
        string text,
        string expected
    ) => Assert.StartsWith(expected, Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "throughput>1000/s,throughput<500/s",
        "column 19: nothing meets both throughput<500/s and throughput>1000/s"
    )]
    [InlineData("throughput<=500/s,p99<1s,throughput>500/s", "column 26: nothing meets both")]
    [InlineData("p99<0ms", "column 1: nothing meets p99<0ms: no figure is negative")]
    [InlineData("p99<1ms,errors<0%", "column 9: nothing meets errors<0%")]
    [InlineData("p99<=0ms", "column 1: p99<=0ms: only errors can be held to 0")]
    [InlineData("errors<=0%,memory<=0KiB", "column 12: memory<=0KiB: only errors can be held to 0")]
    [InlineData("throughput>0/s", "column 1: throughput>0/s: only errors can be held to 0")]
    [InlineData("throughput>=0.0/s", "column 1: throughput>=0.0/s: only errors can be held to 0")]
    public void What_nothing_can_meet_or_says_nothing_is_refused(string text, string expected) =>
        Assert.StartsWith(expected, Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void Bounds_that_leave_a_range_are_no_contradiction() =>
        Assert.Equal(2, ServiceLevel.Parse("throughput>=500/s,throughput<=500/s").Objectives.Count);

    [Fact]
    public void A_sample_is_held_to_every_objective()
    {
        var level = ServiceLevel.Parse("p99<100ms,errors<1%,p999<1s");
        var sample = new Sample
        {
            Case = "c",
            Workload = "w",
            Model = "m",
            LatencyNanoseconds = new() { P99 = 100e6 },
            Operations = new()
            {
                Intended = 1_000,
                Completed = 995,
                Failed = 5,
            },
        };

        Assert.Equal(["p99<100ms"], level.MissedBy(sample).Select(objective => objective.Text));
        Assert.Equal(["p999<1s"], level.Unknown(sample).Select(objective => objective.Text));
    }

    private static string Refusal(string text) =>
        Assert.Throws<FormatException>(() => ServiceLevel.Parse(text)).Message;
}
