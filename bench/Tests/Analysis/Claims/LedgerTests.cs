using Bench.Analysis.Claims;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Claims;

/// <summary>Outcomes come from intervals, and never from a point estimate.</summary>
public sealed class LedgerTests
{
    private const string Both =
        """ "equal": { "contender": { "workload": "ping", "model": "channels" }, "baseline": { "workload": "ping", "model": "threads" } }""";

    private const string One = """ "equal": { "contender": { "workload": "ping", "model": "channels" } }""";

    [Theory]
    [InlineData(150, ClaimOutcome.Holds)]
    [InlineData(110, ClaimOutcome.Refuted)]
    [InlineData(130.5, ClaimOutcome.Undecided)]
    public void A_ratio_is_judged_by_the_side_of_its_whole_interval(double level, ClaimOutcome expected)
    {
        var line = Judged.Line(
            ClaimText.Ratio,
            ("channels", [.. Judged.About(level).Reverse()]),
            ("threads", Judged.About(100))
        );

        Assert.Equal(expected, line.Outcome);
        Assert.Equal(level / 100, line.Ratio!.Value, 0.01);
        Assert.True(line.Low < line.Ratio && line.Ratio < line.High);
        Assert.Equal(1.3, line.Threshold);
        Assert.Equal(expected == ClaimOutcome.Undecided, line.FurtherRounds is > 0);
    }

    [Theory]
    [InlineData(150, 0.12, 0.16, ClaimOutcome.Holds)]
    [InlineData(150, 0.10, 0.14, ClaimOutcome.Refuted)]
    [InlineData(150, 0.16, 0.20, ClaimOutcome.Refuted)]
    [InlineData(150, 0.10, 0.150, ClaimOutcome.Undecided)]
    public void A_value_is_judged_in_its_unit_and_within_a_band(
        double level,
        double atLeast,
        double atMost,
        ClaimOutcome expected
    )
    {
        var part = FormattableString.Invariant(
            $$""" "relation": "value", "metric": "throughput", "unit": "perSecond", "atLeast": {{atLeast * 1000}}, "atMost": {{atMost * 1000}}, {{One}}"""
        );

        var line = Judged.Line(part, ("channels", Judged.About(level)));

        Assert.Equal(expected, line.Outcome);
        Assert.Equal(("perSecond", (double?)null), (line.Unit, line.Ratio));
        Assert.Equal(level, line.Value!.Value, 1.0);
    }

    [Fact]
    public void Values_are_given_in_the_unit_of_the_claim()
    {
        var manifest = Runs.Manifest([Runs.Case("channels")]);
        var samples = Judged
            .About(2e6)
            .Select(
                (mean, index) =>
                    Runs.Sample("channels", 0, index + 1, 1) with
                    {
                        LatencyNanoseconds = new() { Mean = mean },
                    }
            )
            .ToList();
        var claim = ClaimText.Read([
            $$""" "relation": "value", "metric": "mean", "unit": "milliseconds", "atMost": 3, {{One}}""",
        ]);

        var line = Ledger.Of([claim], [Bench.Analysis.RunAnalysis.Of(manifest, samples)]).Lines[0];

        Assert.Equal(ClaimOutcome.Holds, line.Outcome);
        Assert.Equal(2, line.Value!.Value, 0.01);
        Assert.InRange(line.High!.Value, 2, 2.1);
        Assert.Equal("≤ 3 ms", LedgerWords.Threshold(line));
        Assert.StartsWith("2.00 ms [1.9", LedgerWords.Figure(line), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(110, ClaimOutcome.Holds)]
    [InlineData(140, ClaimOutcome.Refuted)]
    public void A_difference_is_paired_by_round(double level, ClaimOutcome expected)
    {
        var part =
            $$""" "relation": "difference", "metric": "throughput", "unit": "perSecond", "atMost": 20, {{Both}}""";

        var line = Judged.Line(part, ("channels", Judged.About(level)), ("threads", Judged.About(100)));

        Assert.Equal(expected, line.Outcome);
        Assert.Equal(level - 100, line.Value!.Value, 0.5);
    }

    [Theory]
    [InlineData(15, 0, ClaimOutcome.Holds)]
    [InlineData(7, 0, ClaimOutcome.Undecided)]
    [InlineData(15, 1, ClaimOutcome.Refuted)]
    public void What_never_happens_is_refuted_by_one_launch_and_holds_after_many(
        int rounds,
        int seen,
        ClaimOutcome expected
    )
    {
        var values = Enumerable.Range(0, rounds).Select(round => round < seen ? 3d : 0).ToArray();

        var line = Judged.Line(
            $$""" "relation": "none", "metric": "throughput", {{One}}""",
            ("channels", values)
        );

        Assert.Equal(expected, line.Outcome);
        Assert.Equal((double)seen / rounds, line.Value);
        Assert.True(line.Low <= line.Value && line.Value < line.High);
    }

    [Fact]
    public void The_interval_of_a_share_of_launches_is_that_of_Clopper_and_Pearson()
    {
        var line = Judged.Line(
            $$""" "relation": "none", "metric": "throughput", {{One}}""",
            ("channels", [1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        );

        // R: binom.test(1, 10, conf.level = 0.99)
        Assert.Equal(0.000501, line.Low!.Value, 0.000001);
        Assert.Equal(0.544287, line.High!.Value, 0.00001);
    }

    [Fact]
    public void Zeros_are_judged_by_signs_and_say_so()
    {
        var part =
            $$""" "relation": "value", "metric": "throughput", "unit": "perSecond", "atMost": 3, {{One}}""";

        var few = Judged.Line(part, ("channels", new double[5]));
        var many = Judged.Line(part, ("channels", new double[9]));

        Assert.Equal((ClaimOutcome.Undecided, 3, (double?)null), (few.Outcome, few.FurtherRounds, few.Low));
        Assert.StartsWith("zero in 5 of 5 rounds", few.Reason, StringComparison.Ordinal);
        Assert.Equal((ClaimOutcome.Holds, 0d), (many.Outcome, many.Value!.Value));
    }

    [Theory]
    [InlineData(0, ClaimOutcome.Holds)]
    [InlineData(25, ClaimOutcome.Undecided)]
    [InlineData(80, ClaimOutcome.Refuted)]
    public void A_ratio_of_zero_is_judged_by_the_difference_from_the_threshold(
        double second,
        ClaimOutcome expected
    )
    {
        var part = $$""" "relation": "ratio", "metric": "throughput", "atMost": 0.25, {{Both}}""";
        double[] contender = [0, .. Judged.About(second, 9)];

        var line = Judged.Line(part, ("channels", contender), ("threads", Judged.About(100, 10)));

        Assert.Equal(expected, line.Outcome);
        Assert.Equal(second * 0.9 / 100, line.Ratio!.Value, 0.05);
        Assert.StartsWith(
            "zero in some round, so judged by channels − 0.25× threads: ",
            line.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_zeros_have_no_ratio()
    {
        var line = Judged.Line(ClaimText.Ratio, ("channels", new double[6]), ("threads", new double[6]));

        Assert.Equal((ClaimOutcome.Undecided, (double?)null), (line.Outcome, line.Ratio));
        Assert.Contains("both arms are zero", line.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Fewer_than_five_rounds_decide_nothing(int rounds)
    {
        var line = Judged.Line(
            ClaimText.Ratio,
            ("channels", Judged.About(300, rounds)),
            ("threads", Judged.About(100, rounds))
        );

        Assert.Equal(ClaimOutcome.Undecided, line.Outcome);
        Assert.Equal($"needs at least 5 rounds, has {rounds}", line.Reason);
        Assert.Equal(5 - rounds, line.FurtherRounds);
    }

    [Fact]
    public void Without_samples_it_is_not_measured_and_says_what_would_measure_it()
    {
        var line = Judged.Line(ClaimText.Ratio, ("channels", Judged.About(1)));

        Assert.Equal(ClaimOutcome.NotMeasured, line.Outcome);
        Assert.Equal("./run.sh claims --run --only x measures it", line.Reason);
    }

    [Fact]
    public void An_incorrect_arm_never_has_a_number()
    {
        var manifest = Runs.Manifest([Runs.Case("channels"), Runs.Case("threads")]);
        List<Sample> samples =
        [
            .. Enumerable
                .Range(1, 6)
                .SelectMany(round =>
                    new[]
                    {
                        Runs.Sample("channels", 0, round, 200 + round),
                        Runs.Sample("threads", 0, round, 100),
                    }
                ),
        ];
        samples[4] = samples[4] with { Valid = false, Status = SampleStatus.Incorrect };

        var line = Ledger
            .Of([ClaimText.Read([ClaimText.Ratio])], [Bench.Analysis.RunAnalysis.Of(manifest, samples)])
            .Lines[0];

        Assert.Equal((ClaimOutcome.Undecided, (double?)null), (line.Outcome, line.Ratio));
        Assert.Equal("channels was incorrect and is never ranked", line.Reason);
    }

    [Theory]
    [InlineData(
        3,
        ClaimOutcome.Refuted,
        "orphans seen in 1 incorrect launch of channels: incorrect: children are alive"
    )]
    [InlineData(0, ClaimOutcome.Undecided, "channels was incorrect and is never ranked")]
    public void What_never_happens_is_refuted_by_an_incorrect_launch_in_which_it_did_and_by_no_other(
        double orphans,
        ClaimOutcome expected,
        string reason
    )
    {
        var line = OfNone([0, 0, 0, 0, orphans, 0, 0, 0, 0], incorrect: 4);

        Assert.Equal((expected, reason), (line.Outcome, line.Reason));
        Assert.Equal((null, null, (double?)null), (line.Value, line.Ratio, line.Low));
    }

    [Fact]
    public void Correct_launches_do_not_make_up_for_an_incorrect_one_in_which_it_happened()
    {
        var line = OfNone([.. Enumerable.Repeat(0.0, 30), 1], incorrect: 30);

        Assert.Equal(ClaimOutcome.Refuted, line.Outcome);
    }

    private static LedgerLine OfNone(double[] orphans, int incorrect)
    {
        var samples = orphans
            .Select(
                (count, index) =>
                    Runs.Sample("channels", 0, index + 1, 100) with
                    {
                        Metrics = new() { ["orphans"] = count },
                    }
            )
            .ToList();
        samples[incorrect] = samples[incorrect] with
        {
            Valid = false,
            Status = SampleStatus.Incorrect,
            InvalidBecause = ["incorrect: children are alive"],
        };
        var claim = ClaimText.Read([$$""" "relation": "none", "metric": "orphans", {{One}}"""]);
        var run = Bench.Analysis.RunAnalysis.Of(Runs.Manifest([Runs.Case("channels")]), samples);
        return Ledger.Of([claim], [run]).Lines[0];
    }

    [Fact]
    public void A_metric_that_no_sample_has_is_not_measurable_here()
    {
        var line = Judged.Line(
            $$""" "relation": "ratio", "metric": "contextSwitchesPerOperation", "atMost": 1, {{Both}}""",
            ("channels", Judged.About(1)),
            ("threads", Judged.About(1))
        );

        Assert.Equal(ClaimOutcome.NotMeasurable, line.Outcome);
        Assert.Contains("does not offer it", line.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_that_is_absent_is_not_measurable_for_the_reason_that_its_samples_give()
    {
        var manifest = Runs.Manifest([Runs.Case("channels"), Runs.Case("threads")]);
        var samples = Enumerable
            .Range(1, 6)
            .SelectMany(round => new[] { "channels", "threads" }.Select(model => (model, round)))
            .Select(launch =>
                Runs.Sample(launch.model, 0, launch.round, 100) with
                {
                    AbsentMetrics = new() { ["missesPerTrip"] = "perf_event_open: no such counter" },
                }
            );
        var ratio = ClaimText.Ratio.Replace("throughput", "missesPerTrip", StringComparison.Ordinal);

        var line = Ledger
            .Of([ClaimText.Read([ratio])], [Bench.Analysis.RunAnalysis.Of(manifest, [.. samples])])
            .Lines[0];

        Assert.Equal(ClaimOutcome.NotMeasurable, line.Outcome);
        Assert.Equal(
            "no valid sample of channels has missesPerTrip: perf_event_open: no such counter",
            line.Reason
        );
    }

    [Fact]
    public void What_a_model_cannot_do_is_not_measurable_and_says_why()
    {
        var manifest = Runs.Manifest([Runs.Case("channels")]) with
        {
            Unreachable =
            [
                new("ping/threads", "ping", "threads", "default", "equal", ParameterSet.Empty, "too many"),
            ],
        };

        var line = Ledger
            .Of([ClaimText.Read([ClaimText.Ratio])], [Bench.Analysis.RunAnalysis.Of(manifest, [])])
            .Lines[0];

        Assert.Equal((ClaimOutcome.NotMeasurable, "too many"), (line.Outcome, line.Reason));
    }

    [Fact]
    public void What_is_judged_together_is_one_family()
    {
        (string, double[])[] arms =
        [
            ("channels", Judged.About(150)),
            ("threads", [99, 101, 109, 92, 99, 101]),
        ];
        var alone = Judged.Of(ClaimText.Of(ClaimText.Ratio), arms);
        var among = Judged.Of(ClaimText.Of([.. Enumerable.Repeat(ClaimText.Ratio, 40)]), arms);

        Assert.Equal(ClaimOutcome.Holds, alone.Lines[0].Outcome);
        Assert.All(among.Lines, line => Assert.Equal(ClaimOutcome.Undecided, line.Outcome));
        Assert.StartsWith(
            "too weak among 40 judgements (Holm: p = ",
            among.Lines[0].Reason,
            StringComparison.Ordinal
        );
        Assert.True(among.Lines[0].FurtherRounds > 0);
    }

    [Fact]
    public void Lines_beside_a_claim_are_a_family_of_their_own()
    {
        var beside = $"""{ClaimText.Ratio}, "aside": true""";

        var lines = Judged
            .Of(
                ClaimText.Of([ClaimText.Ratio, .. Enumerable.Repeat(beside, 40)]),
                ("channels", Judged.About(150)),
                ("threads", [99, 101, 109, 92, 99, 101])
            )
            .Lines;

        Assert.Equal(ClaimOutcome.Holds, lines[0].Outcome);
        Assert.All(lines.Skip(1), line => Assert.Equal(ClaimOutcome.Undecided, line.Outcome));
    }

    [Fact]
    public void A_run_until_decided_is_judged_at_its_looks_with_their_share_of_the_error()
    {
        (string, int, double[])[] arms =
        [
            ("channels", 0, [140, 141, 139, 144, 138, 140]),
            ("threads", 0, [100, 101, 100, 99, 102, 100]),
        ];
        var once = Ledger.Of([ClaimText.Read([ClaimText.Ratio])], [Runs.Of(arms)]).Lines[0];
        var manifest = Runs.Of(arms).Manifest with { UntilDecided = new(60, [5, 8]) };
        var samples = Runs.Of(arms).Scenarios[0].Arms.SelectMany(arm => arm.Samples).ToList();

        var often = Ledger
            .Of([ClaimText.Read([ClaimText.Ratio])], [Bench.Analysis.RunAnalysis.Of(manifest, samples)])
            .Lines[0];

        Assert.Equal((1, 6), (once.Looks, once.Rounds));
        Assert.Equal((2, 5), (often.Looks, often.Rounds));
        Assert.True(often.High - often.Low > once.High - once.Low);
        Assert.True(often.PValue > once.PValue);
    }

    [Fact]
    public void Rounds_of_different_runs_are_never_paired()
    {
        var claim = ClaimText.Read([ClaimText.Ratio]);
        var channels = Judged.Run(("channels", Judged.About(200)));
        var threads = Judged.Run(("threads", Judged.About(100)));
        var both = Judged.Run(("channels", Judged.About(150)), ("threads", Judged.About(100)));

        Assert.Equal(ClaimOutcome.NotMeasured, Ledger.Of([claim], [channels, threads]).Lines[0].Outcome);
        Assert.Equal(1.5, Ledger.Of([claim], [channels, both]).Lines[0].Ratio!.Value, 0.001);
    }

    [Fact]
    public void The_first_run_with_enough_rounds_is_taken()
    {
        var claim = ClaimText.Read([ClaimText.Ratio]);
        var few = Judged.Run(("channels", Judged.About(200, 3)), ("threads", Judged.About(100, 3)));
        var many = Judged.Run(("channels", Judged.About(150)), ("threads", Judged.About(100)));

        Assert.Equal(6, Ledger.Of([claim], [few, many]).Lines[0].Rounds);
        Assert.Empty(ClaimGaps.In([claim], [few, many]));
        Assert.Equal(["channels", "threads"], ClaimGaps.In([claim], [few]).Select(arm => arm.Model));
    }
}
