using Bench.Analysis;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis;

/// <summary>Rounds in which the machine did other things.</summary>
public sealed class NoisyRoundsTests
{
    private static readonly string[] s_models = ["threads", "tasks", "channels", "actors", "more"];
    private static readonly RunManifest s_manifest = Runs.Manifest([
        .. s_models.Select(model => Runs.Case(model)),
    ]);

    [Fact]
    public void A_quiet_run_keeps_its_plan() =>
        Assert.Same(s_manifest, NoisyRounds.Plan(s_manifest, Rounds(5)));

    [Theory]
    [InlineData(0.03, 0.0, "the hypervisor took up to 3 % of the processor time")]
    [InlineData(0.0, 0.5, "other processes used up to 0.5 of 2 processors")]
    public void A_disturbed_round_is_planned_again_with_the_reason(
        double steal,
        double other,
        string expected
    )
    {
        var plan = NoisyRounds.Plan(s_manifest, Rounds(5, Noise(3, steal, other)));

        var found = Assert.Single(plan.DisturbedRounds);
        Assert.Equal((3, 6), (found.Round, found.RepeatedAs));
        Assert.Contains(expected, found.Because, StringComparison.Ordinal);
        Assert.StartsWith(
            "round 3 again: ",
            Assert.Single(plan.ExtraRounds).Because,
            StringComparison.Ordinal
        );
        Assert.Equal(6, plan.LastRound);
    }

    [Fact]
    public void What_is_just_allowed_is_not_disturbed() =>
        Assert.Same(s_manifest, NoisyRounds.Plan(s_manifest, Rounds(5, Noise(3, 0.02, 0.2))));

    [Fact]
    public void What_the_system_does_not_tell_is_not_held_against_a_round() =>
        Assert.Same(
            s_manifest,
            NoisyRounds.Plan(
                s_manifest,
                Rounds(5, sample => sample with { MachineNoise = new MachineNoise() })
            )
        );

    [Fact]
    public void One_disturbed_sample_of_ten_leaves_its_round_as_it_is()
    {
        var manifest = Runs.Manifest([.. Enumerable.Range(0, 10).Select(model => Runs.Case($"m{model}"))]);
        List<Sample> one = [.. manifest.Cases.Select(planned => Runs.Sample(planned.Model, 0, 1, 100))];
        one[4] = Noise(1, 0, 2)(one[4]);
        List<Sample> two = [.. one];
        two[7] = Noise(1, 0, 2)(two[7]);

        Assert.Same(manifest, NoisyRounds.Plan(manifest, one));
        Assert.Single(NoisyRounds.Plan(manifest, two).DisturbedRounds);
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 1, true)]
    [InlineData(3, 1, false)]
    [InlineData(3, 2, true)]
    [InlineData(4, 1, false)]
    [InlineData(4, 2, true)]
    [InlineData(9, 1, false)]
    [InlineData(9, 2, true)]
    [InlineData(20, 2, false)]
    [InlineData(20, 3, true)]
    public void A_round_is_disturbed_by_two_samples_at_least_and_a_small_one_by_half_of_it(
        int size,
        int disturbed,
        bool expected
    )
    {
        List<Sample> round =
        [
            .. Enumerable
                .Range(0, size)
                .Select(index => Noise(1, 0, index < disturbed ? 2 : 0)(Runs.Sample($"m{index}", 0, 1, 100))),
        ];

        Assert.Equal(expected, NoisyRounds.Plan(s_manifest, round).DisturbedRounds.Count == 1);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(8, 2)]
    [InlineData(3, 0)]
    [InlineData(20, 5)]
    public void At_most_a_quarter_is_measured_again(int rounds, int repeats)
    {
        var manifest = s_manifest with { Rounds = rounds };

        var plan = NoisyRounds.Plan(manifest, Rounds(rounds, sample => Noise(sample.Round, 0, 1)(sample)));

        Assert.Equal(rounds, plan.DisturbedRounds.Count);
        Assert.Equal(repeats, plan.DisturbedRounds.Count(round => round.RepeatedAs is not null));
        Assert.Equal(repeats, plan.ExtraRounds.Count);
    }

    [Fact]
    public void The_worst_rounds_are_measured_again_first()
    {
        var samples = Rounds(
            5,
            sample =>
                sample.Round == 4 || (sample.Round == 2 && sample.Model is "tasks" or "threads")
                    ? Noise(sample.Round, 0, 1)(sample)
                    : sample
        );

        var plan = NoisyRounds.Plan(s_manifest, samples);

        Assert.Equal(
            [(4, 6), (2, null)],
            plan.DisturbedRounds.Select(round => (round.Round, round.RepeatedAs))
        );
    }

    [Fact]
    public void A_round_that_was_measured_again_is_not_looked_at_twice_and_a_noisy_repeat_is_bounded()
    {
        var samples = Rounds(5, Noise(3, 0, 1));
        var once = NoisyRounds.Plan(s_manifest, samples);
        samples.AddRange(Round(6, Noise(6, 0, 1)));

        var twice = NoisyRounds.Plan(once, samples);

        Assert.Equal(
            [(3, 6), (6, null)],
            twice.DisturbedRounds.Select(round => (round.Round, round.RepeatedAs))
        );
        Assert.Equal(6, twice.LastRound);
        Assert.Same(twice, NoisyRounds.Plan(twice, samples));
    }

    [Fact]
    public void The_turn_of_a_round_that_could_not_be_measured_again_comes_when_the_run_has_grown()
    {
        var samples = Rounds(
            5,
            sample => sample.Round is 2 or 4 ? Noise(sample.Round, 0, 1)(sample) : sample
        );
        var plan = NoisyRounds.Plan(s_manifest, samples);
        Assert.Equal(
            [(2, 6), (4, null)],
            plan.DisturbedRounds.Select(round => (round.Round, round.RepeatedAs))
        );

        for (var round = 6; round <= 8; round++)
        {
            plan = round == 6 ? plan : Longer(plan);
            samples.AddRange(Round(round, sample => sample));
            Assert.Same(plan, NoisyRounds.Plan(plan, samples));
        }

        plan = Longer(plan);
        samples.AddRange(Round(9, sample => sample));
        Assert.Same(plan, NoisyRounds.Plan(plan, samples, mayRepeat: false));

        var grown = NoisyRounds.Plan(plan, samples);

        Assert.Equal(
            [(2, 6), (4, 10)],
            grown.DisturbedRounds.Select(round => (round.Round, round.RepeatedAs))
        );
        samples.AddRange(Round(10, sample => sample));
        Assert.Equal([1, 3, 5, 6, 7, 8, 9, 10], RoundsUsed(grown, samples));
        Assert.Same(grown, NoisyRounds.Plan(grown, samples));
    }

    [Fact]
    public void A_run_that_grows_on_a_busy_machine_measures_at_most_a_quarter_again()
    {
        var plan = s_manifest with { Rounds = 3 };
        List<Sample> samples = [];
        for (var own = 3; own <= 40; own++)
        {
            while (samples.Count < plan.LastRound * s_models.Length)
            {
                var round = (samples.Count / s_models.Length) + 1;
                samples.AddRange(Round(round, Noise(round, 0, 1)));
                plan =
                    samples.Count < plan.LastRound * s_models.Length ? plan : NoisyRounds.Plan(plan, samples);
            }

            Assert.Equal(own / 4, plan.DisturbedRounds.Count(round => round.RepeatedAs is not null));
            Assert.Equal(own + (own / 4), plan.LastRound);
            Assert.Equal(
                plan.LastRound,
                plan.DisturbedRounds.Select(round => round.Round).Distinct().Count()
            );
            plan = Longer(plan);
        }
    }

    [Theory]
    [InlineData(3, true, null, "it counts all the same: too few rounds to measure one again")]
    [InlineData(4, true, null, "it counts all the same: enough was measured again")]
    [InlineData(4, false, null, "it counts all the same: no time is left to measure it again")]
    [InlineData(4, true, 5, "it is measured again as round 5")]
    public void A_user_is_told_what_becomes_of_a_disturbed_round(
        int rounds,
        bool hasTime,
        int? again,
        string expected
    ) =>
        Assert.Equal(
            $"round 1 was disturbed (busy); {expected}",
            DisturbanceText.Found(new(1, "busy", again), s_manifest with { Rounds = rounds }, hasTime)
        );

    [Fact]
    public void A_round_of_some_cases_is_measured_again_with_these()
    {
        var manifest = s_manifest with { ExtraRounds = [new(6, "undecided", ["ping/tasks"])] };
        var samples = Rounds(5);
        samples.Add(Noise(6, 0, 1)(Runs.Sample("tasks", 0, 6, 100)));

        Assert.Equal(["ping/tasks"], NoisyRounds.Plan(manifest, samples).ExtraRounds[^1].Cases);
    }

    [Fact]
    public void A_disturbed_round_counts_until_the_last_sample_of_it_has_been_taken_again()
    {
        var samples = Rounds(5, Noise(3, 0, 1));
        var plan = NoisyRounds.Plan(s_manifest, samples);
        var again = Round(6, sample => sample with { ThroughputPerSecond = 100 });
        samples.AddRange(again[..^1]);

        Assert.Equal([1, 2, 3, 4, 5, 6], RoundsUsed(plan, samples));

        samples.Add(again[^1]);
        Assert.Equal([1, 2, 4, 5, 6], RoundsUsed(plan, samples));
        var refusal = Assert.Single(RunAnalysis.Of(plan, samples).Scenarios[0].Arms[0].Replaced);
        Assert.StartsWith(
            "disturbed round, measured again as round 6: 5 of 5 samples disturbed",
            Assert.Single(refusal.Reasons),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_reader_is_told_what_was_replaced_and_what_counts_all_the_same()
    {
        var samples = Rounds(
            5,
            sample => sample.Round is 3 or 5 ? Noise(sample.Round, 0, 1)(sample) : sample
        );
        var plan = NoisyRounds.Plan(s_manifest, samples);

        var unfinished = RunAnalysis.Of(plan, samples);
        Assert.Null(DisturbanceText.Replaced(unfinished));
        Assert.StartsWith(
            "2 rounds were disturbed and count all the same: round 3 (",
            DisturbanceText.Kept(unfinished),
            StringComparison.Ordinal
        );

        samples.AddRange(Round(6, sample => sample));
        var finished = RunAnalysis.Of(plan, samples);
        Assert.StartsWith(
            "1 round was disturbed and measured again, and 5 samples of it enter no figure: round 3 as round 6 (",
            DisturbanceText.Replaced(finished),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "1 round was disturbed and counts all the same: round 5 (",
            DisturbanceText.Kept(finished),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_broken_lane_stays_incorrect_in_a_round_that_is_measured_again()
    {
        var samples = Rounds(
            5,
            sample =>
                sample.Round != 3 ? sample
                : sample.Model == "tasks"
                    ? Noise(3, 0, 1)(sample) with
                    {
                        Valid = false,
                        Status = SampleStatus.Incorrect,
                    }
                : Noise(3, 0, 1)(sample)
        );
        var plan = NoisyRounds.Plan(s_manifest, samples);
        samples.AddRange(Round(6, sample => sample));

        Assert.True(RunAnalysis.Of(plan, samples).Scenarios[0].Arms[1].Incorrect);
    }

    private static RunManifest Longer(RunManifest plan) =>
        plan with
        {
            ExtraRounds = [.. plan.ExtraRounds, new(plan.LastRound + 1, "undecided")],
        };

    private static int[] RoundsUsed(RunManifest manifest, List<Sample> samples) =>
        [.. RunAnalysis.Of(manifest, samples).Scenarios[0].Arms[0].Samples.Select(sample => sample.Round)];

    private static Func<Sample, Sample> Noise(int round, double steal, double other) =>
        sample =>
            sample.Round == round
                ? sample with
                {
                    MachineNoise = new() { StealFraction = steal, OtherLoadProcessors = other },
                }
                : sample;

    private static List<Sample> Rounds(int count, Func<Sample, Sample>? change = null) =>
        [.. Enumerable.Range(1, count).SelectMany(round => Round(round, change ?? (sample => sample)))];

    private static List<Sample> Round(int round, Func<Sample, Sample> change) =>
        [
            .. s_models.Select(model =>
                change(
                    Runs.Sample(model, 0, round, 100) with
                    {
                        MachineNoise = new() { StealFraction = 0.001, OtherLoadProcessors = 0.02 },
                    }
                )
            ),
        ];
}
