using Xunit;

namespace Bench.Tests.Reporter;

/// <summary>What a reader sees before any table.</summary>
public sealed class FirstLookTests(ReportFixture report) : IClassFixture<ReportFixture>
{
    [Theory]
    [InlineData("Measured", "6 workloads × 4 models, 51 cases, 5 rounds, preset quick.")]
    [InlineData("Where", "Some Processor 9000 @ 2.60GHz, 2 processors, .NET 10.0.0; 2026-03-01 12:00 UTC.")]
    public void It_says_what_was_measured_and_where(string name, string text) =>
        Assert.Contains(
            $"<dt>{name}</dt><dd>{text}</dd>",
            report.Text("index.html"),
            StringComparison.Ordinal
        );

    [Fact]
    public void It_says_whether_the_run_can_be_trusted_and_counts_what_speaks_against_it() =>
        Assert.Matches(
            @"<dt>Can it be trusted\?</dt><dd>With care: 247 of 255 planned samples are valid, 8 refused\. The A/A arm .* In all \d+ warnings and \d+ notes, listed below the answers\.</dd>",
            report.Text("index.html")
        );

    [Fact]
    public void It_says_who_won_and_by_how_much_before_the_answers()
    {
        var page = report.Text("index.html");
        Assert.Matches(
            @"<dt>Who won, and by how much\?</dt><dd>Decided in \d of \d settings\. Best, .*×",
            page
        );
        Assert.InRange(
            page.IndexOf("Who won, and by how much?", StringComparison.Ordinal),
            0,
            page.IndexOf("id=\"answers\"", StringComparison.Ordinal)
        );
    }
}
