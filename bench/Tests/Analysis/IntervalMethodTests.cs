using Bench.Tests.Analysis.Simulation;
using Xunit;

namespace Bench.Tests.Analysis;

/// <summary>Prints the table of decision 0004 and holds its conclusion.</summary>
public sealed class IntervalMethodTests
{
    private const int Repetitions = 50_000;

    [Fact]
    [Trait("Category", "Long")]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void The_chosen_method_alone_reaches_every_figure()
    {
        var reached = Candidates
            .All.AsParallel()
            .AsOrdered()
            .Select(candidate => Row(new Rates(candidate, Repetitions: Repetitions)))
            .ToList();

        Assert.Equal([true, .. reached.Skip(1).Select(_ => false)], reached);
    }

    /// <summary>With equivalence judged first by a 90 % interval, +5 % cannot be found often enough by any method.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void A_ninety_percent_interval_for_equivalence_hides_differences_of_the_margin() =>
        Assert.All(
            Candidates.All,
            candidate =>
                Assert.InRange(new Rates(candidate, 0.90).Found(RoundsOf.LogNormal(0.03, 1.05), 20), 0, 0.95)
        );

    /// <summary>With five launches in two equal modes, weights that fall to nothing take one mode for a disturbance.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void Redescending_weights_call_two_modes_a_difference()
    {
        var modes = RoundsOf.Bimodal(0.5, 1.2, 0.01);
        var biweight = Candidates.All.Single(candidate => candidate.Name == "biweight 9");

        Assert.InRange(new Rates(biweight).Different(modes, 5), 0.1, 1);
        Assert.InRange(new Rates(Candidates.Chosen).Different(modes, 5), 0, 0.01);
    }

    private static bool Row(Rates rates)
    {
        var row = Figure.All.Select(figure => (figure, Rate: figure.Of(rates))).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join(
                '\n',
                row.Select(cell => $"{rates.Candidate.Name}|{cell.figure.Name}|{cell.Rate * 100:0.00}")
            )
        );
        if (rates.Candidate == Candidates.Chosen)
        {
            row.ForEach(cell =>
                FigureLine.Write(cell.figure.Name, cell.figure.Asked, $"{cell.Rate * 100:0.00} %")
            );
        }

        return row.TrueForAll(cell => cell.figure.IsReached(cell.Rate));
    }
}
