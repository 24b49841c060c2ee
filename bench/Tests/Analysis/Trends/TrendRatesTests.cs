using Xunit;

namespace Bench.Tests.Analysis.Trends;

/// <summary>Issue 7's figures for trends on fewer series than <see cref="TrendFiguresTests"/>, with room for chance.</summary>
public sealed class TrendRatesTests
{
    private static readonly Rates s_rates = new(2_000, Seed: 2);

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Flat_series_are_seldom_said_to_change(double dependence)
    {
        Assert.InRange(s_rates.FalseAlarms(Noise.Gauss(dependence), 100), 0, 0.015);
        Assert.InRange(s_rates.FalseAlarms(Noise.Laplace(dependence), 100), 0, 0.015);
        Assert.InRange(s_rates.FalseAlarms(Noise.Contaminated(dependence), 100), 0, 0.015);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void A_step_of_three_deviations_is_found_and_placed(double dependence)
    {
        var found = s_rates.Found(Noise.Gauss(dependence), 90, 10, 3);
        Assert.InRange(found, 0.94, 1);
        Assert.InRange(s_rates.Located(Noise.Gauss(dependence), 90, 10, 3) / found, 0.93, 1);
    }

    [Fact]
    public void Drift_and_scatter_are_named()
    {
        Assert.InRange(s_rates.DriftNamed(Noise.Gauss(0.3), 100, 5), 0.9, 1);
        Assert.InRange(s_rates.SpreadNamed(Noise.Gauss(0.3), 100, 3), 0.9, 1);
    }
}
