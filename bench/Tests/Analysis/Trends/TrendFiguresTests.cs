using System.Diagnostics;
using System.Globalization;
using Bench.Analysis.Trends;
using Xunit;

namespace Bench.Tests.Analysis.Trends;

/// <summary>
/// Issue 7's figures for trends, by simulation with a fixed seed. σ is the standard deviation of the series' values
/// (decision 0014 has the same for σ of the innovations).
/// </summary>
[Trait(FigureLine.Prints, FigureLine.Figures)]
[Trait("Category", "Long")]
public sealed class TrendFiguresTests
{
    private static readonly Rates s_rates = new(20_000);

    // Two standard errors of a rate near the limit: the seed is fixed, the limit is not moved.
    private const double Chance = 0.0015;

    [Theory]
    [InlineData(-0.5)]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void A_flat_series_shows_a_change_in_at_most_one_percent(double dependence)
    {
        foreach (
            var noise in new[]
            {
                Noise.Gauss(dependence),
                Noise.Laplace(dependence),
                Noise.Contaminated(dependence),
            }
        )
        {
            var rate = s_rates.FalseAlarms(noise, 100);
            FigureLine.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"trend: false alarm in 100 runs, {noise.Name}, dependence {dependence}"
                ),
                "at most 1 %",
                Percent(rate)
            );
            Assert.InRange(rate, 0, 0.01 + Chance);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void A_step_of_three_deviations_is_found_within_ten_runs(double dependence)
    {
        var noise = Noise.Gauss(dependence);
        var found = s_rates.Found(noise, 90, 10, 3);
        var located = s_rates.Located(noise, 90, 10, 3);
        Write("3σ step found 10 runs after it", dependence, "at least 95 %", found);
        Write("of those found, placed within ±2", dependence, "at least 94 %", located / found);
        Write("found and placed within ±2, of all", dependence, "–", located);
        Assert.InRange(found, 0.95 - Chance, 1);
        Assert.InRange(located / found, 0.94 - Chance, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Intervals_of_a_found_step_cover_as_often_as_they_say(double dependence)
    {
        var noise = Noise.Gauss(dependence);
        var place = s_rates.PlaceCovered(noise, 70, 30, 3);
        var height = s_rates.HeightCovered(noise, 70, 30, 3);
        Write("interval of a step's place covers", dependence, "95 %", place);
        Write("interval of a step's height covers", dependence, "95 %", height);
        Assert.InRange(place, 0.93, 1);
        Assert.InRange(height, 0.93, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Drift_and_scatter_are_named(double dependence)
    {
        var noise = Noise.Gauss(dependence);
        var drift = s_rates.DriftNamed(noise, 100, 6);
        var spread = s_rates.SpreadNamed(noise, 100, 3);
        Write("drift by 6σ over 100 runs named, and no step", dependence, "named", drift);
        Write("scatter three times as wide named, and no step", dependence, "named", spread);
        Assert.InRange(drift, 0.9, 1);
        Assert.InRange(spread, 0.85, 1);
    }

    /// <summary>Only printed: how fast a machine is, no test can hold it to. Of the whole process, so run it alone.</summary>
    [Fact]
    public void A_thousand_series_of_two_hundred_runs_are_looked_at()
    {
        var series = Enumerable
            .Range(0, 1_000)
            .Select(seed => SeriesOf.Noisy(SeriesOf.Step(200, 0, 1), seed, id: $"w/m{seed}"))
            .ToList();
        var watch = Stopwatch.StartNew();

        var trends = SeriesFamily.Of(series, 0.05);

        using var process = Process.GetCurrentProcess();
        FigureLine.Write(
            "trend: 1,000 series of 200 runs",
            "at most 5 s and 500 MiB",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{watch.Elapsed.TotalSeconds:0.0} s and {process.PeakWorkingSet64 >> 20} MiB"
            )
        );
        Assert.All(trends, trend => Assert.True(trend.IsJudged));
    }

    private static void Write(string what, double dependence, string asked, double rate) =>
        FigureLine.Write(
            string.Create(CultureInfo.InvariantCulture, $"trend: {what}, dependence {dependence}"),
            asked,
            Percent(rate)
        );

    private static string Percent(double rate) =>
        string.Create(CultureInfo.InvariantCulture, $"{rate * 100:0.0} %");
}
