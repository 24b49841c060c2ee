using Xunit;

namespace Bench.Tests.Reporter.Interactive;

/// <summary>Runs that have little or nothing to explore.</summary>
public sealed class ThinExplorerTests
{
    [Fact]
    public void Without_a_valid_sample_the_page_runs_no_script()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["pingpong"]);
        using var report = new TemporaryReport(
            manifest,
            SyntheticRun.Samples(manifest).ConvertAll(SyntheticSample.Refused)
        );

        Assert.DoesNotMatch("(?i)<script", report.Page);
        Assert.DoesNotContain("id=\"explore\"", report.Page, StringComparison.Ordinal);
        Assert.Equal(["'none'"], new PageParts(report.Page).Allowed);
    }

    [Fact]
    public void One_model_and_one_round_have_figures_without_intervals_and_no_best()
    {
        var manifest = SyntheticRun.Manifest(models: ["tasks"], workloads: ["payments"], rounds: 1);
        using var report = new TemporaryReport(manifest, SyntheticRun.Samples(manifest));
        var scenario = Assert.Single(Assert.Single(new PageParts(report.Page).Data.Workloads).Scenarios);

        Assert.Empty(scenario.Best);
        var figures = Assert.Single(scenario.Arms).Figures;
        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.Equal([null, null, 1], figure[2..]));
    }

    [Fact]
    public void Without_histograms_and_slices_there_is_neither_curve_nor_heat()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["payments"], rounds: 2);
        using var report = new TemporaryReport(
            manifest,
            SyntheticRun
                .Samples(manifest)
                .ConvertAll(sample => sample with { Histogram = null, LatencyOverTime = [] })
        );

        Assert.All(
            Assert
                .Single(new PageParts(report.Page).Data.Workloads)
                .Scenarios.SelectMany(scenario => scenario.Arms),
            arm =>
            {
                Assert.NotEmpty(arm.Figures);
                Assert.Null(arm.Tail);
                Assert.Null(arm.Heat);
            }
        );
    }

    [Fact]
    public void A_hostile_name_is_text_in_the_data_and_nowhere_markup()
    {
        var manifest = SyntheticRun.Manifest(
            models: [SyntheticRun.Hostile, "</script><b>"],
            workloads: ["payments"],
            rounds: 2
        );
        using var report = new TemporaryReport(manifest, SyntheticRun.Samples(manifest));
        var parts = new PageParts(report.Page);

        Assert.Equal([SyntheticRun.Hostile, "</script><b>"], parts.Data.Models.Select(model => model.Id));
        Assert.DoesNotMatch("(?i)</?script", parts.WithoutScripts);
    }
}
