using System.Globalization;
using Bench.Analysis;
using Bench.Results;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class CrossoversTests
{
    private const int Repetitions = 500;
    private static readonly double[] Users = [10, 100, 1_000, 10_000];

    [Fact]
    public void The_crossing_is_found_between_the_points_that_prove_it()
    {
        var crossover = Assert.Single(
            Crossovers.Of(
                [new(10, 0.5, 0.4, 0.6, Outcome.Worse), new(1000, 2, 1.6, 2.5, Outcome.Better)],
                "tasks",
                "actors"
            )
        );

        Assert.Equal(100, crossover.At, 6);
        Assert.Equal(("tasks", "actors"), (crossover.Before, crossover.After));
        Assert.InRange(crossover.Low, 10, 100);
        Assert.InRange(crossover.High, 100, 1000);
    }

    [Fact]
    public void Undecided_points_widen_the_interval()
    {
        var crossover = Assert.Single(
            Crossovers.Of(
                [
                    new(10, 0.5, 0.4, 0.6, Outcome.Better),
                    new(100, 1, 0.8, 1.2, Outcome.Inconclusive),
                    new(1000, 1.1, 0.9, 1.3, Outcome.Inconclusive),
                    new(10_000, 2, 1.6, 2.5, Outcome.Worse),
                ],
                "tasks",
                "actors"
            )
        );

        Assert.InRange(crossover.Low, 10, 100);
        Assert.InRange(crossover.High, 1000, 10_000);
        Assert.Equal("actors", crossover.Before);
    }

    [Fact]
    public void A_parameter_that_begins_at_zero_is_crossed_on_a_straight_scale()
    {
        var crossover = Assert.Single(
            Crossovers.Of(
                [new(0, 0.5, 0.4, 0.6, Outcome.Worse), new(1000, 2, 1.6, 2.5, Outcome.Better)],
                "tasks",
                "actors"
            )
        );

        Assert.Equal(500, crossover.At, 6);
    }

    [Fact]
    public void Without_proof_on_both_sides_there_is_none() =>
        Assert.Empty(
            Crossovers.Of(
                [new(10, 0.5, 0.4, 0.6, Outcome.Better), new(1000, 1.2, 0.9, 1.6, Outcome.Inconclusive)],
                "tasks",
                "actors"
            )
        );

    [Fact]
    public void A_run_is_searched_pair_by_pair_and_the_answer_is_words()
    {
        var analysis = Along(users => Math.Pow(users / 300, 0.3), 0.02, new Random(4));

        Assert.StartsWith(
            "tasks and actors in throughput by users: actors overtakes tasks at ",
            analysis.Sentence,
            StringComparison.Ordinal
        );
        Assert.Equal(CrossoverAnswer.Crossover, analysis.Answer);
        Assert.Equal(4, analysis.Points.Count);
    }

    [Fact]
    public void An_arm_that_leads_throughout_leaves_none_in_the_range()
    {
        var analysis = Along(_ => 2, 0.02, new Random(4));

        Assert.Equal(CrossoverAnswer.None, analysis.Answer);
        Assert.Equal("none in the range 10 – 10,000: actors leads throughout", analysis.Words);
    }

    [Fact]
    public void Arms_within_the_margin_throughout_leave_none_in_the_range() =>
        Assert.Equal(
            "none in the range 10 – 10,000: equivalent throughout",
            Along(_ => 1, 0.005, new Random(4)).Words
        );

    [Fact]
    public void A_size_at_which_nothing_is_decided_leaves_it_open()
    {
        var analysis = Along(users => users < 500 ? 2 : 1, 0.15, new Random(4));

        Assert.Equal(CrossoverAnswer.Undecided, analysis.Answer);
        Assert.Equal(
            "none shown in the range 10 – 10,000: actors leads at 10 and 100, undecided at 1,000 and 10,000",
            analysis.Words
        );
    }

    [Fact]
    public void A_size_without_a_figure_leaves_it_open()
    {
        var analysis = Along(Run(_ => 2, 0.02, new Random(4), Without(10_000)));

        Assert.Equal(CrossoverAnswer.Undecided, analysis.Answer);
        Assert.Equal([10_000], analysis.Missing);
        Assert.Null(analysis.Leader);
        Assert.Equal(
            "none shown in the range 10 – 10,000: actors leads at 10 and 100 and 1,000, no figure at 10,000",
            analysis.Words
        );
    }

    [Fact]
    public void An_incorrect_arm_leaves_its_size_without_a_figure()
    {
        var analysis = Along(
            Run(
                _ => 2,
                0.02,
                new Random(4),
                sample =>
                    sample is { Case: "ping/actors/100", Round: 2 }
                        ? sample with
                        {
                            Valid = false,
                            Status = SampleStatus.Incorrect,
                        }
                        : sample
            )
        );

        Assert.Equal(CrossoverAnswer.Undecided, analysis.Answer);
        Assert.Equal([100], analysis.Missing);
    }

    [Fact]
    public void A_crossover_is_shown_without_the_size_that_has_no_figure() =>
        Assert.Equal(
            CrossoverAnswer.Crossover,
            Along(Run(users => Math.Pow(users / 300, 0.3), 0.02, new Random(4), Without(10))).Answer
        );

    [Fact]
    public void Figures_at_one_size_are_too_few()
    {
        var analysis = Along(
            Run(_ => 2, 0.02, new Random(4), sample => Without(10)(Without(100)(Without(1_000)(sample))))
        );

        Assert.Equal(CrossoverAnswer.TooFewPoints, analysis.Answer);
        Assert.Equal("too few sizes have figures of both: no figure at 10 and 100 and 1,000", analysis.Words);
    }

    [Fact]
    public void Arms_that_are_planned_together_at_one_size_only_are_no_pair() =>
        Assert.Empty(
            Crossovers.Along(
                Assert.Single(
                    Sweep.In(
                        RunAnalysis.Of(
                            Runs.Manifest([Case("tasks", 10), Case("actors", 10), Case("tasks", 100)]),
                            []
                        )
                    )
                ),
                Metrics.Throughput
            )
        );

    [Theory]
    [InlineData(300, 0.3, 0.05)]
    [InlineData(100, 0.3, 0.05)]
    [InlineData(2_000, 0.1, 0.03)]
    [InlineData(30, -0.5, 0.12)]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void Intervals_of_a_crossover_cover_as_often_as_they_say(double at, double slope, double noise)
    {
        var random = new Random(4);
        var found = Enumerable
            .Range(0, Repetitions)
            .Select(_ => Along(users => Math.Pow(users / at, slope), noise, random).Found)
            .ToList();

        Assert.InRange(Share(found, crossovers => crossovers.Count == 1), 0.95, 1);
        var covered = Share(found, crossovers => crossovers is [var one] && one.Low <= at && one.High >= at);
        FigureLine.Write(
            $"crossover at {at} users, its interval covers: slope {slope}, CV {noise}",
            "at least 90 %",
            Percent(covered)
        );
        Assert.InRange(covered, 0.92, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void Arms_that_do_not_cross_are_hardly_ever_said_to(double leadBelowFiveHundred)
    {
        var random = new Random(4);
        var found = Enumerable
            .Range(0, Repetitions)
            .Select(_ => Along(users => users < 500 ? leadBelowFiveHundred : 1, 0.05, random).Found)
            .ToList();

        var said = Share(found, crossovers => crossovers.Count > 0);
        FigureLine.Write(
            $"crossover said where there is none, {leadBelowFiveHundred}× below 500",
            "at most 5 %",
            Percent(said)
        );
        Assert.InRange(said, 0, 0.02);
    }

    private static string Percent(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);

    private static double Share(
        List<IReadOnlyList<Crossover>> found,
        Func<IReadOnlyList<Crossover>, bool> holds
    ) => (double)found.Count(holds) / found.Count;

    private static CrossoverAnalysis Along(Func<double, double> ratio, double noise, Random random) =>
        Along(Run(ratio, noise, random, sample => sample));

    private static CrossoverAnalysis Along(RunAnalysis run) =>
        Assert.Single(Crossovers.Along(Assert.Single(Sweep.In(run)), Metrics.Throughput));

    /// <summary>Refuses every sample of actors with so many users.</summary>
    private static Func<Sample, Sample> Without(double users) =>
        sample => sample.Case == $"ping/actors/{users}" ? sample with { Valid = false } : sample;

    private static RunAnalysis Run(
        Func<double, double> ratio,
        double noise,
        Random random,
        Func<Sample, Sample> change
    )
    {
        var cases = Users.SelectMany(users => new[] { Case("tasks", users), Case("actors", users) }).ToList();
        return RunAnalysis.Of(
            Runs.Manifest(cases),
            [
                .. from item in cases
                from round in Enumerable.Range(1, 6)
                let level = item.Model == "tasks" ? 1 : ratio(item.Parameters.Number("users")!.Value)
                let sample = Runs.Sample(
                    item.Model,
                    0,
                    round,
                    100 * level * Math.Exp(Normal.Sample(random, 0, noise))
                )
                select change(sample with { Case = item.Case }),
            ]
        );
    }

    private static PlannedCase Case(string model, double users) =>
        Runs.Case(model) with
        {
            Case = $"ping/{model}/{users}",
            Parameters = new([new("users", $"{users}"), new("arrivals", "poisson")]),
        };
}
