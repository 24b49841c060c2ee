using Bench.Tests.Analysis.Simulation;
using Xunit;

namespace Bench.Tests.Analysis;

/// <summary>Prints the table of decision 0006 and holds its conclusion.</summary>
public sealed class LookPlanTests
{
    private const int Repetitions = 20_000;

    [Fact]
    [Trait("Category", "Long")]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void The_chosen_plan_reaches_every_figure_and_the_fixed_rule_does_not_bear_looking()
    {
        var rows = LookPlans.All.AsParallel().AsOrdered().Select(Row).ToList();

        Assert.True(rows[0].All);
        Assert.False(rows[1].FalseVerdicts);
    }

    private static (bool All, bool FalseVerdicts) Row(LookPlan plan)
    {
        var rates = new LookRates(plan, Repetitions);
        var row = LookFigure.All.Select(figure => (figure, Value: figure.Of(rates))).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join('\n', row.Select(cell => $"{plan.Name}|{cell.figure.Name}|{cell.Value:0.0000}"))
        );
        if (plan == LookPlans.Chosen)
        {
            row.ForEach(cell =>
                FigureLine.Write(
                    $"until decided: {cell.figure.Name}",
                    cell.figure.Asked,
                    cell.figure.Found(cell.Value)
                )
            );
        }

        return (
            row.TrueForAll(cell => cell.figure.IsReached(cell.Value)),
            row[0].figure.IsReached(row[0].Value)
        );
    }
}
