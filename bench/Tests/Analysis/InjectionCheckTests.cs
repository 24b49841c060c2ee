using Bench.Analysis;
using Bench.Results;
using Xunit;
using Gauss = MathNet.Numerics.Distributions.Normal;

namespace Bench.Tests.Analysis;

/// <summary>Injected slowdowns, made up: found where they touch and nowhere else.</summary>
public sealed class InjectionCheckTests
{
    private const int Rounds = 20;
    private static readonly Slowdown s_all = new(1.05);
    private static readonly Slowdown s_tail = new(1.5, 0.02);

    [Theory]
    [InlineData("p50", 1.05, 1)]
    [InlineData("p90", 1.05, 1)]
    [InlineData("p95", 1.05, 1)]
    [InlineData("p99", 1.05, 1.5)]
    [InlineData("mean", 1.05, 1.01)]
    [InlineData("throughput", 1, 1)]
    [InlineData("steadyResident", 1, 1)]
    [InlineData("errorRate", 1, 1)]
    public void What_a_slowdown_asks_of_a_metric(string metric, double all, double tail)
    {
        Assert.Equal(all, InjectionCheck.Asked(s_all, Metrics.Find(metric)), 1e-9);
        Assert.Equal(tail, InjectionCheck.Asked(s_tail, Metrics.Find(metric)), 1e-9);
        Assert.Equal(1, InjectionCheck.Asked(null, Metrics.Find(metric)));
    }

    [Fact]
    public void Each_is_found_in_the_metrics_that_it_touches_and_in_no_other()
    {
        var findings = InjectionCheck.Of(Scenario(Honest));

        Assert.Equal(4 * InjectionCheck.Looked.Count - InjectionCheck.Looked.Count, findings.Count);
        Assert.All(findings, finding => Assert.True(finding.AsExpected, $"{finding.Arm} {finding.Verdict}"));
        Assert.Equal(["p50", "p90", "p95", "p99", "mean"], Touched(findings, "tasks!+5%"));
        Assert.Equal(["p99"], Touched(findings, "tasks!+50%@2%"));
        Assert.Empty(Touched(findings, "tasks#2"));
    }

    [Fact]
    public void One_that_is_not_found_and_one_that_touches_something_else_are_told()
    {
        var findings = InjectionCheck.Of(
            Scenario(
                (planned, random) =>
                    planned.Slowdown == s_all ? Honest(planned with { Slowdown = null }, random)
                    : planned.Slowdown == s_tail ? Honest(planned, random) with { ThroughputPerSecond = 400 }
                    : Honest(planned, random)
            )
        );

        Assert.Equal(
            [
                ("tasks!+5%", "p50"),
                ("tasks!+5%", "p90"),
                ("tasks!+5%", "p95"),
                ("tasks!+5%", "p99"),
                ("tasks!+5%", "mean"),
                ("tasks!+50%@2%", "throughput"),
            ],
            findings
                .Where(finding => !finding.AsExpected)
                .Select(finding => (finding.Arm, finding.Verdict.Metric))
        );
    }

    [Fact]
    public void A_calibration_has_every_pair_and_metric_and_calls_none_different()
    {
        var calibration = Calibration.Of(Run(Honest));

        Assert.Equal(Calibration.Headline, calibration.Items.Select(item => item.Metric));
        Assert.Empty(calibration.Different);
        Assert.StartsWith(
            "at 20 rounds this machine resolves, with a chance of 80 %: ping: p50 ±",
            calibration.Sentence(20),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_stated_size_that_should_be_shown_and_is_not_does_not_agree()
    {
        var calibration = Calibration.Of(Run(Honest), InjectionCheck.Latencies);

        var found = StatedFinding.Of(Scenario(Honest), calibration);
        var missed = StatedFinding.Of(
            Scenario((planned, random) => Honest(planned with { Slowdown = null }, random)),
            calibration
        );

        Assert.All(found, finding => Assert.True(finding.Agrees));
        Assert.Contains(missed, finding => finding is { Agrees: false, Shown: false, Chance: > 0.9 });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Of_too_few_common_rounds_nothing_is_stated(int rounds)
    {
        var calibration = Calibration.Of(Run(Honest), InjectionCheck.Latencies);
        var scenario = Scenario(Honest, sample => sample.Round <= rounds || !IsSlowed(sample));

        Assert.Empty(StatedFinding.Of(scenario, calibration));
    }

    [Fact]
    public void A_metric_that_too_few_rounds_have_is_left_out_of_what_is_stated()
    {
        var calibration = Calibration.Of(Run(Honest), InjectionCheck.Latencies);
        var scenario = Scenario(
            (planned, random) =>
                planned.Slowdown is null ? Honest(planned, random) : WithoutP99(Honest(planned, random))
        );

        Assert.Equal(
            ["p50", "p90", "p95", "mean"],
            StatedFinding.Of(scenario, calibration).Select(finding => finding.Metric).Distinct()
        );
    }

    private static Sample WithoutP99(Sample sample) =>
        sample with
        {
            LatencyNanoseconds = sample.LatencyNanoseconds with { P99 = null },
        };

    private static bool IsSlowed(Sample sample) => sample.Case.Contains('!', StringComparison.Ordinal);

    private static IEnumerable<string> Touched(IEnumerable<InjectedFinding> findings, string arm) =>
        findings
            .Where(finding => finding.Arm == arm && finding.Touched)
            .Select(finding => finding.Verdict.Metric);

    /// <summary>Latencies differ by 0.5 % between launches, p99 by 2 %, the rest by 1 %.</summary>
    private static Sample Honest(PlannedCase planned, Random random)
    {
        var (factor, share) = (planned.Slowdown?.Factor ?? 1, planned.Slowdown?.Share ?? 1);
        var body = share < 1 ? 1 : factor;
        return Runs.Sample("tasks", planned.Replica, 1, 480 * Near(0.005)) with
        {
            LatencyNanoseconds = new()
            {
                Count = 960,
                Mean = 44.5e6 * (1 + ((factor - 1) * share)) * Near(0.005),
                P50 = 44e6 * body * Near(0.005),
                P90 = 44e6 * body * Near(0.005),
                P95 = 44e6 * body * Near(0.005),
                P99 = 45e6 * factor * Near(0.02),
            },
            MemoryBytes = new() { SteadyResident = (long)(6e7 * Near(0.01)) },
            ProcessorSeconds = 0.1 * Near(0.01),
            Operations = new() { Intended = 960, Completed = 960 },
        };

        double Near(double deviation) => Math.Exp(Gauss.Sample(random, 0, deviation));
    }

    private static Scenario Scenario(
        Func<PlannedCase, Random, Sample> measure,
        Func<Sample, bool>? isKept = null
    ) => Run(measure, isKept).Scenarios[0];

    private static RunAnalysis Run(
        Func<PlannedCase, Random, Sample> measure,
        Func<Sample, bool>? isKept = null
    )
    {
        var random = new Random(8);
        PlannedCase[] cases =
        [
            Runs.Case("tasks"),
            Runs.Case("tasks", 1),
            Runs.Case("tasks").Slowed(s_all),
            Runs.Case("tasks").Slowed(s_tail),
        ];
        return RunAnalysis.Of(
            Runs.Manifest([.. cases]),
            [
                .. from round in Enumerable.Range(1, Rounds)
                from planned in cases
                let sample = measure(planned, random) with
                {
                    Round = round,
                    Case = planned.Case,
                }
                where isKept?.Invoke(sample) ?? true
                select sample,
            ]
        );
    }
}
