using Bench.Analysis;
using Bench.Results;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class CrossoversTests
{
    private static readonly double[] Users = [10, 100, 1_000, 10_000];

    [Fact]
    public void The_crossing_is_found_between_the_points_that_prove_it()
    {
        var crossover = Assert.Single(
            Crossovers.Of([new(10, 0.5, 0.4, 0.6), new(1000, 2, 1.6, 2.5)], "tasks", "actors", true)
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
                    new(10, 0.5, 0.4, 0.6),
                    new(100, 1, 0.8, 1.2),
                    new(1000, 1.1, 0.9, 1.3),
                    new(10_000, 2, 1.6, 2.5),
                ],
                "tasks",
                "actors",
                false
            )
        );

        Assert.InRange(crossover.Low, 10, 100);
        Assert.InRange(crossover.High, 1000, 10_000);
        Assert.Equal("actors", crossover.Before);
    }

    [Fact]
    public void Without_proof_on_both_sides_there_is_none() =>
        Assert.Empty(
            Crossovers.Of([new(10, 0.5, 0.4, 0.6), new(1000, 1.2, 0.9, 1.6)], "tasks", "actors", true)
        );

    [Fact]
    public void A_run_is_searched_pair_by_pair_and_the_answer_is_words()
    {
        var run = Run(users => Math.Pow(users / 300, 0.3), 0.02, new Random(4));

        var analysis = Assert.Single(Crossovers.Along(run, "users", Metrics.Throughput));

        Assert.StartsWith(
            "actors overtakes tasks in throughput at users ≈",
            analysis.Sentence,
            StringComparison.Ordinal
        );
        Assert.Equal(4, analysis.Points.Count);
        Assert.Equal("arrivals=poisson", analysis.Others.ToString());
    }

    [Fact]
    public void Arms_that_never_cross_are_said_to_have_none_in_the_range()
    {
        var analysis = Assert.Single(
            Crossovers.Along(Run(_ => 2, 0.02, new Random(4)), "users", Metrics.Throughput)
        );

        Assert.Empty(analysis.Found);
        Assert.Contains(
            "no crossover shown in the range users = 10 – 10,000",
            analysis.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Intervals_of_a_crossover_cover_as_often_as_they_say()
    {
        var random = new Random(4);
        const int Repetitions = 400;
        var covered = 0;
        for (var i = 0; i < Repetitions; i++)
        {
            var found = Assert
                .Single(
                    Crossovers.Along(
                        Run(users => Math.Pow(users / 300, 0.3), 0.05, random),
                        "users",
                        Metrics.Throughput
                    )
                )
                .Found;
            covered += found.Count == 1 && found[0].Low <= 300 && found[0].High >= 300 ? 1 : 0;
        }

        Assert.InRange((double)covered / Repetitions, 0.93, 1);
    }

    private static RunAnalysis Run(Func<double, double> ratio, double noise, Random random)
    {
        var cases = Users.SelectMany(users => new[] { Case("tasks", users), Case("actors", users) }).ToList();
        return RunAnalysis.Of(
            Runs.Manifest(cases),
            [
                .. from item in cases
                from round in Enumerable.Range(1, 6)
                let level = item.Model == "tasks" ? 1 : ratio(item.Parameters.Number("users")!.Value)
                select Runs.Sample(
                    item.Model,
                    0,
                    round,
                    100 * level * Math.Exp(Normal.Sample(random, 0, noise))
                ) with
                {
                    Case = item.Case,
                },
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
