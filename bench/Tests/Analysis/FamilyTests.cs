using Bench.Analysis;
using Bench.Tests.Analysis.Simulation;
using CsCheck;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class FamilyTests
{
    private const double Rounding = 1e-12;
    private static readonly Gen<double[]> Values = Gen.Double[0, 1].Array[1, 20];

    [Fact]
    public void Holm_multiplies_by_the_tests_that_are_left() =>
        Assert.Equal([0.03, 0.06, 0.06], Rounded(PValues.Holm([0.01, 0.04, 0.03])));

    [Fact]
    public void Benjamini_and_Hochberg_divide_by_the_rank() =>
        Assert.Equal([0.03, 0.04, 0.04], Rounded(PValues.BenjaminiHochberg([0.01, 0.04, 0.03])));

    [Fact]
    public void Adjusted_values_keep_order_and_range_and_Holm_is_the_stricter() =>
        Values.Sample(values =>
        {
            var holm = PValues.Holm(values);
            var hochberg = PValues.BenjaminiHochberg(values);
            var order = Enumerable.Range(0, values.Length).OrderBy(index => values[index]).ToList();
            return Enumerable
                    .Range(0, values.Length)
                    .All(index =>
                        values[index] <= hochberg[index] + Rounding
                        && hochberg[index] <= holm[index] + Rounding
                    )
                && holm.All(value => value <= 1)
                && order
                    .Zip(order.Skip(1))
                    .All(pair =>
                        holm[pair.First] <= holm[pair.Second] && hochberg[pair.First] <= hochberg[pair.Second]
                    );
        });

    [Fact]
    public void A_weak_verdict_among_many_becomes_inconclusive_and_says_why()
    {
        var verdicts = Enumerable
            .Repeat(Verdict(0.5, Outcome.Inconclusive), 9)
            .Append(Verdict(0.005, Outcome.Better));

        var adjusted = Family.Holm([.. verdicts])[^1];

        Assert.Equal(Outcome.Inconclusive, adjusted.Outcome);
        Assert.Contains("10 comparisons (Holm", adjusted.Reason, StringComparison.Ordinal);
        Assert.Equal(Outcome.Better, Family.Holm([Verdict(0.005, Outcome.Better)])[0].Outcome);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    public void Four_equal_models_are_ranked_in_at_most_one_percent_of_runs(int rounds)
    {
        var random = new Random(4);
        var ranked = 0;
        const int Repetitions = 1000;
        for (var i = 0; i < Repetitions; i++)
        {
            var logs = Enumerable
                .Range(0, 4)
                .Select(_ => RoundsOf.LogNormal(0.05 / Math.Sqrt(2))(random, rounds));
            var run = Runs.Of([
                .. logs.Select((values, model) => ($"model{model}", 0, values.Select(Math.Exp).ToArray())),
            ]);
            ranked += Answers.For(run.Scenarios[0], Metrics.Throughput).Best.Count < 4 ? 1 : 0;
        }

        Assert.InRange((double)ranked / Repetitions, 0, 0.01);
    }

    private static double[] Rounded(IReadOnlyList<double> values) =>
        [.. values.Select(value => Math.Round(value, 10))];

    private static Verdict Verdict(double pValue, Outcome outcome) =>
        new()
        {
            Metric = "throughput",
            Workload = "ping",
            Parameters = Bench.Results.ParameterSet.Empty,
            Terms = "equal",
            Baseline = "tasks",
            Contender = "actors",
            Outcome = outcome,
            PValue = pValue,
            Rounds = 20,
        };
}
