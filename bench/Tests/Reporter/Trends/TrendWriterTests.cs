using System.Text.RegularExpressions;
using Bench.Analysis.Trends;
using Bench.Reporter.Trends;
using Bench.Results;
using Bench.Results.History;
using Bench.Tests.Analysis.Trends;
using Xunit;

namespace Bench.Tests.Reporter.Trends;

public sealed class TrendWriterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-trend-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_summary_says_first_what_got_worse()
    {
        var summary = TrendWriter.Summary(
            [
                Review(
                    SeriesOf.Values(SeriesOf.Step(12, 5, 1.5)),
                    SeriesOf.Values(SeriesOf.Step(17, 0, 1), id: "w/flat")
                ),
            ],
            "./run.sh trend"
        );

        Assert.StartsWith(
            """
            ## 1 of 2 series got worse since 2026-01-01

            2 series looked at; ten runs after it, a step of +5.0 % would have been seen in half of them, and of +5.0 % in all (with a chance of 95 % each).

            What changed since then, worst first. “Possibly”: it stands out of its own series, but not among all of them.

            | case | metric | verdict | size [95 % interval] | level, before → after | first run after | commits, last before..first after, and what changed with them |
            |---|---|---|---:|---:|---|---|
            | inventory/channels/equal/users=500 | p99 | worse: step up | \+50.0 %<br>[+50.0 % – +50.0 %] | 1.00 ms → 1.50 ms | 2026-01-13 | 0baaaaaaaa..0caaaaaaaa |
            """,
            summary,
            StringComparison.Ordinal
        );
        Assert.EndsWith("Repeat: `./run.sh trend`\n", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_stands_alone_and_draws_only_what_changed()
    {
        var page = Page(
            Review(
                SeriesOf.Noisy(SeriesOf.Step(30, 10, 1.3)),
                SeriesOf.Noisy(SeriesOf.Step(40, 0, 1), id: "w/flat")
            )
        );

        Assert.Single(Regex.Matches(page, "<figure "));
        Assert.DoesNotMatch(@"(src|href)=""?https?:", page);
        Assert.Contains("Series in which nothing changed since then", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_are_shown_as_text()
    {
        var hostile = SeriesOf.Noisy(SeriesOf.Step(30, 10, 1.3), id: SyntheticRun.Hostile);
        hostile = hostile with
        {
            Points =
            [
                .. hostile.Points.Select(point => point with { Commit = SyntheticRun.Hostile + point.Run }),
            ],
        };

        var review = Review(hostile);

        Assert.DoesNotContain("<script", Page(review), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            "<script",
            TrendWriter.Summary([review], "x"),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Single(
            Regex
                .Matches(TrendWriter.Summary([review], "x"), @"(?m)^\|.*$")
                .Select(row => Regex.Count(row.Value, @"(?<!\\)\|"))
                .Distinct()
        );
    }

    [Fact]
    public void Two_machines_have_a_section_each()
    {
        var one = Review(SeriesOf.Noisy(SeriesOf.Step(30, 10, 1.3)));

        var summary = TrendWriter.Summary([one, one with { MachineWords = "another" }], "x");

        Assert.Contains("### a machine (here)", summary, StringComparison.Ordinal);
        Assert.Contains("### another (here)", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_where_nothing_changed()
    {
        var page = Page(Review(SeriesOf.Noisy(SeriesOf.Step(40, 0, 1))));

        Assert.Contains("<h1>Nothing changed since 2026-01-01</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<figure", page, StringComparison.Ordinal);
    }

    private string Page(TrendReview review) =>
        File.ReadAllText(TrendWriter.Write([review], "./run.sh trend", new RunFolder(_folder.FullName)));

    private static TrendReview Review(params MetricSeries[] series) =>
        new("here", "a machine", 0.05, SeriesOf.Start, "2026-01-01", SeriesFamily.Of(series, 0.05));
}
