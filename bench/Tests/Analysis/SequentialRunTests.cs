using System.Globalization;
using System.Runtime.CompilerServices;
using Bench.Analysis;
using Bench.Tests.Analysis.Simulation;
using Xunit;

namespace Bench.Tests.Analysis;

/// <summary>
/// The rule that is implemented, whole: scenarios measured on as long as one of their comparisons is open, verdicts
/// corrected as one family at every look, A/A copies kept.
/// </summary>
public sealed class SequentialRunTests
{
    [Fact]
    public void Equal_models_are_called_different_in_at_most_one_percent_of_runs() =>
        Assert.InRange(FalseRuns(new([1, 1, 1], scenarios: 2, deviation: 0.05), repetitions: 300), 0, 0.01);

    [Fact]
    [Trait("Category", "Long")]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void Equal_models_are_called_different_in_at_most_one_percent_of_many_runs() =>
        Assert.InRange(
            FalseRuns(new([1, 1, 1, 1], scenarios: 3, deviation: 0.05), repetitions: 3_000),
            0,
            0.01
        );

    /// <summary>The arm at +3 % keeps its scenario open, long after its equal neighbour could have been decided.</summary>
    [Fact]
    [Trait("Category", "Long")]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void An_arm_measured_on_for_a_neighbours_sake_is_not_called_different_more_often() =>
        Assert.InRange(
            FalseRuns(new([1, 1.03, 1], scenarios: 1, deviation: 0.04), repetitions: 3_000),
            0,
            0.01
        );

    /// <summary>
    /// What was decided with a disturbed round is judged again without it: which rounds are exchanged follows from the
    /// machine's counters alone, so that this is no further chance to err.
    /// </summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.25)]
    [Trait("Category", "Long")]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void Disturbed_rounds_that_are_measured_again_make_no_more_false_verdicts(double disturbed) =>
        Assert.InRange(
            FalseRuns(
                new([1, 1, 1, 1], scenarios: 2, deviation: 0.03, disturbed),
                repetitions: 2_000,
                $"{disturbed * 100} % of rounds disturbed and exchanged"
            ),
            0,
            0.01
        );

    [Fact]
    public void A_disturbed_round_is_exchanged_for_a_later_one()
    {
        var random = new Random(9);
        var runs = Enumerable
            .Range(0, 40)
            .Select(_ => new SequentialRun([1, 1.06], 1, 0.02, disturbed: 0.15).Carry(random).Run.Manifest);
        var disturbed = runs.SelectMany(manifest => manifest.DisturbedRounds).ToList();

        Assert.Contains(disturbed, round => round.RepeatedAs is not null);
        Assert.All(
            disturbed.GroupBy(round => round.RepeatedAs).Where(round => round.Key is not null),
            round => Assert.True(round.Key > round.First().Round)
        );
    }

    [Fact]
    public void Clear_differences_are_decided_at_the_second_look_at_the_latest_however_many_there_are()
    {
        var random = new Random(6);
        var (run, standing) = new SequentialRun([1, 1.5, 2, 0.5], scenarios: 4, deviation: 0.05).Carry(
            random
        );

        Assert.Equal(12, standing.Decided.Count);
        Assert.InRange(
            run.Scenarios.SelectMany(scenario => scenario.Arms).Max(arm => arm.Samples.Count),
            5,
            8
        );
    }

    [Fact]
    public void The_second_copy_is_told_from_its_original_in_at_most_one_percent_of_runs()
    {
        var random = new Random(7);
        var run = new SequentialRun([1, 1.04], scenarios: 2, deviation: 0.05);
        var disagree = Enumerable.Range(0, 300).Count(_ => AaCheck.Of(run.Carry(random).Run).Disagrees);

        Assert.InRange(disagree, 0, 3);
    }

    /// <summary>Share of runs with a verdict of better or worse between the first arm and one that is its equal.</summary>
    private static double FalseRuns(SequentialRun run, int repetitions, [CallerMemberName] string what = "")
    {
        var random = new Random(6);
        var share =
            Enumerable.Range(0, repetitions).Count(_ => IsFalse(run.Carry(random).Standing))
            / (double)repetitions;
        FigureLine.Write(
            $"until decided: equal arms called different ({what.Replace('_', ' ')})",
            "at most 1 %",
            share.ToString("0.00 %", CultureInfo.InvariantCulture)
        );
        return share;

        bool IsFalse(Standing standing) =>
            standing.Decided.Any(verdict =>
                verdict.Outcome is Outcome.Better or Outcome.Worse && run.IsEqual(verdict.Contender)
            );
    }
}
