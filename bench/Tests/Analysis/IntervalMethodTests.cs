using Bench.Tests.Analysis.Simulation;
using Xunit;

namespace Bench.Tests.Analysis;

/// <summary>Prints the table of decision 0004 and holds its conclusion.</summary>
public sealed class IntervalMethodTests
{
    private const int Repetitions = 50_000;

    [Fact]
    [Trait("Category", "Long")]
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

    private static bool Row(Rates rates)
    {
        var row = Figure.All.Select(figure => (figure, Rate: figure.Of(rates))).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join(
                '\n',
                row.Select(cell => $"{rates.Candidate.Name}|{cell.figure.Name}|{cell.Rate * 100:0.00}")
            )
        );
        return row.TrueForAll(cell => cell.figure.IsReached(cell.Rate));
    }
}
