using System.Globalization;
using Bench.Analysis.Capacity;
using Xunit;

namespace Bench.Tests.Analysis.Capacity;

/// <summary>Prints the table of decision 0007 and holds its conclusion: systems whose capacity is known, fixed seeds, no clock.</summary>
public sealed class CapacityRatesTests
{
    private const int Runs = 300;
    private const double Wanted = 0.90;

    [Theory]
    [InlineData(8, 0.01, 1.0, 0, 0)]
    [InlineData(8, 0.03, 1.0, 0, 0)]
    [InlineData(8, 0.10, 1.0, 0, 0)]
    [InlineData(8, 0.03, 1.5, 0, 0)]
    [InlineData(8, 0.03, 0.5, 0, 0)]
    [InlineData(8, 0.05, 1.2, 0.05, 0.1)]
    [InlineData(12, 0.05, 1.2, 0.05, 0.1)]
    [InlineData(20, 0.05, 1.2, 0.05, 0.1)]
    public void The_interval_covers_the_capacity_and_the_trials_are_bounded(
        int launches,
        double deviation,
        double shortWindows,
        double disturbed,
        double unusable
    )
    {
        var rates = new CapacityRates(launches, deviation, shortWindows, disturbed, unusable);

        var found = rates.Of(CapacityMethods.Chosen, Runs);

        Assert.InRange(found.Covered, Wanted, 1);
        Assert.InRange(found.MostTrials, 1, new CapacitySearch(CapacityRates.Ladder, launches).MostTrials);
    }

    [Fact]
    [Trait("Category", "Long")]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void Only_the_chosen_method_covers_everywhere()
    {
        var reached = CapacityMethods.All.ToDictionary(
            method => method.Name,
            method =>
                CapacityRates.All.All(rates =>
                {
                    var found = rates.Of(method, 2_000);
                    TestContext.Current.TestOutputHelper?.WriteLine(
                        $"{method.Name}|{rates.Words}|covers {found.Covered:P1}|width {found.Width:P0}|bias {found.Bias:P1}|trials {found.Trials:F1} (most {found.MostTrials})"
                    );
                    if (method == CapacityMethods.Chosen)
                    {
                        FigureLine.Write(
                            $"capacity's interval covers: {rates.Words}",
                            "at least 90 %",
                            found.Covered.ToString("0.0 %", CultureInfo.InvariantCulture)
                        );
                    }

                    return found.Covered >= Wanted;
                })
        );

        Assert.Equal(
            [CapacityMethods.Chosen.Name],
            reached.Where(method => method.Value).Select(method => method.Key)
        );
    }
}
