using System.Globalization;
using Bench.Analysis;
using Bench.Tests.Analysis.Simulation;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class EstimateCoverageTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(20)]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void Intervals_of_a_centre_cover_as_often_as_they_say(int launches)
    {
        Covers("centre, normal", Launches.Normal, launches);
        Covers("centre, log-normal", Launches.LogNormal, launches);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(20)]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void Intervals_of_a_p99_cover_as_often_as_they_say(int launches) =>
        Covers("p99", Launches.P99, launches);

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void Intervals_cover_when_launches_have_two_modes(int launches) =>
        Covers("centre, two modes", Launches.Bimodal, launches);

    /// <summary>Five launches of such a case show one mode only in one run of six: no interval can know of the other.</summary>
    [Fact]
    public void Five_launches_can_miss_a_second_mode() =>
        Assert.InRange(Coverage(Launches.Bimodal, 5), 0.83, 0.93);

    [Fact]
    public void Shares_that_are_never_negative_have_no_negative_interval()
    {
        Assert.Equal(0, LaunchEstimate.Of([0, 0, 0, 0.01]).Low);
        Assert.True(LaunchEstimate.Of([0, 1, -1, 0.5]).Low < 0);
    }

    /// <summary>Why the centre's interval is no bootstrap over launches.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [Trait("Category", "Long")]
    public void A_percentile_bootstrap_covers_too_seldom(int launches)
    {
        var random = new Random(4);
        var coverage = Coverage(
            Launches.Normal,
            launches,
            values =>
            {
                double[] centres =
                [
                    .. Enumerable
                        .Range(0, 399)
                        .Select(_ => Centre([.. values.Select(_ => values[random.Next(values.Length)])]))
                        .Order(),
                ];
                return (centres[9], centres[^10]);
            },
            2000
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"bootstrap, {launches} launches: {coverage}");

        Assert.InRange(coverage, 0.7, 0.92);
    }

    private static void Covers(string what, Func<Random, double> launch, int launches)
    {
        var coverage = Coverage(launch, launches);
        FigureLine.Write(
            $"95 % interval covers: {what}, {launches} launches",
            "93 to 97 %",
            string.Create(CultureInfo.InvariantCulture, $"{coverage * 100:0.0} %")
        );
        Assert.InRange(coverage, 0.93, 0.97);
    }

    private static double Coverage(Func<Random, double> launch, int count) =>
        Coverage(
            launch,
            count,
            values =>
            {
                var estimate = LaunchEstimate.Of(values);
                return (estimate.Low!.Value, estimate.High!.Value);
            },
            20_000
        );

    private static double Coverage(
        Func<Random, double> launch,
        int count,
        Func<double[], (double Low, double High)> interval,
        int repetitions
    )
    {
        var random = new Random(4);
        var truth = Centre([.. Enumerable.Range(0, 400_000).Select(_ => launch(random))]);
        var covered = 0;
        for (var i = 0; i < repetitions; i++)
        {
            var (low, high) = interval([.. Enumerable.Range(0, count).Select(_ => launch(random))]);
            covered += low <= truth && truth <= high ? 1 : 0;
        }

        return (double)covered / repetitions;
    }

    private static double Centre(double[] launches) => Math.Exp(launches.Average(value => Math.Log(value)));
}
