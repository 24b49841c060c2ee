using Bench.Cli.Serving;
using Bench.Tests.Cli.Trending;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Cli.Serving;

/// <summary>What the pages of <c>serve</c> say.</summary>
public sealed class SitePagesTests : IDisposable
{
    private const string Hostile = "<script>alert(1)</script>";
    private readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void The_first_page_lists_runs_newest_first_and_shows_what_is_hostile_as_text()
    {
        Write("old", Hostile, day: 1);
        Write("run <new>", "abc", day: 2);
        Directory.CreateDirectory(_place.In("reports/no run"));

        var page = Pages().Home().Text!;

        Assert.Contains("2 runs in", page, StringComparison.Ordinal);
        Assert.True(
            page.IndexOf("href=\"/runs/run%20%3Cnew%3E/\"", StringComparison.Ordinal)
                < page.IndexOf("href=\"/runs/old/\"", StringComparison.Ordinal)
        );
        Assert.Contains("all 12 samples", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Hostile, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_says_how_many_of_its_samples_are_valid_and_again_when_it_has_grown()
    {
        new MadeUpRun
        {
            Change = sample => sample.Round < 6 ? sample with { Valid = sample.Round < 5 } : null,
        }.WriteTo(_place.In("reports/run"));
        var pages = Pages();
        var before = pages.Home().Text!;

        new MadeUpRun { Change = sample => sample.Round == 6 ? sample : null }.WriteTo(
            _place.In("reports/run")
        );

        Assert.Contains("8 of 10 samples", before, StringComparison.Ordinal);
        Assert.Contains("10 of 12 samples", pages.Home().Text!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_judges_claims_is_linked_there()
    {
        Write("run", "abc", day: 1);
        var pages = Pages();
        Assert.DoesNotContain("#claims\">Claims, judged by", pages.Home().Text!, StringComparison.Ordinal);

        File.WriteAllText(_place.In("reports/run/index.html"), "<section id=\"claims\" aria-labelledby>");

        Assert.Contains(
            "<a href=\"/runs/run/index.html#claims\">Claims, judged by",
            pages.Home().Text!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_manifest_that_cannot_be_read_is_said_and_hides_no_other_run()
    {
        Write("run", "abc", day: 1);
        Directory.CreateDirectory(_place.In("reports/broken"));
        File.WriteAllText(_place.In("reports/broken/manifest.json"), "<html>");

        var page = Pages().Home().Text!;

        Assert.Contains("not a manifest", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/runs/run/\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_from_elsewhere_is_there_when_it_is_named()
    {
        Directory.CreateDirectory(_place.In("reports"));
        var elsewhere = new MadeUpRun().WriteTo(_place.In("elsewhere"));
        var pages = Pages(null, null, elsewhere);

        Assert.Contains("href=\"/named/1/\"", pages.Home().Text!, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(elsewhere, "manifest.json"), pages.Named(1, "manifest.json")!.File);
        Assert.Null(pages.Named(2, "manifest.json"));
        Assert.Null(pages.Named(0, "manifest.json"));
    }

    [Fact]
    public async Task History_and_trend_are_those_of_the_verbs_and_drawn_once_for_each_state()
    {
        Directory.CreateDirectory(_place.In("reports"));
        var history = await new MadeUpHistory { Tasks = 0.7 }.WriteTo(_place.Path);
        var pages = Pages(history: history);

        var trend = pages.Trend("")!;

        Assert.Contains("16 runs of 1 machine in", pages.Home().Text!, StringComparison.Ordinal);
        Assert.Contains("run15", pages.History().Text!, StringComparison.Ordinal);
        Assert.True(trend.IsFolder);
        Assert.Contains("w/tasks/equal", trend.Text!, StringComparison.Ordinal);
        Assert.Same(trend.Text, pages.Trend("index.html")!.Text);
        Assert.Contains("schemaVersion", pages.Trend("trend.json")!.Text!, StringComparison.Ordinal);
        Assert.StartsWith("## ", pages.Trend("trend.md")!.Text!, StringComparison.Ordinal);
        Assert.Null(pages.Trend("other.html"));

        var later = new MadeUpRun
        {
            Replan = plan => plan with { Run = "run99" },
            Change = sample => sample with { Run = "run99" },
        };
        await BenchProgram.RunAsync([
            "history",
            "add",
            later.WriteTo(_place.In("later")),
            "--history",
            history,
        ]);

        Assert.Contains("run99", pages.History().Text!, StringComparison.Ordinal);
        Assert.NotSame(trend.Text, pages.Trend("")!.Text);
    }

    [Fact]
    public async Task Who_comes_before_the_trend_is_drawn_gets_a_page_that_looks_again()
    {
        Directory.CreateDirectory(_place.In("reports"));
        var history = await new MadeUpHistory().WriteTo(_place.Path);

        var pages = Pages(history, patience: TimeSpan.Zero);

        var page = pages.Trend("")!;

        Assert.True(page.IsFolder);
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"1\">", page.Text!, StringComparison.Ordinal);
        Assert.Contains("## ", pages.Trend("trend.md")!.Text!, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_history_pages_say_how_to_begin_one()
    {
        Directory.CreateDirectory(_place.In("reports"));
        var pages = Pages();

        Assert.Contains("./run.sh history add", pages.Home().Text!, StringComparison.Ordinal);
        Assert.Contains("./run.sh history add", pages.History().Text!, StringComparison.Ordinal);
        Assert.Contains("./run.sh history add", pages.Trend("")!.Text!, StringComparison.Ordinal);
    }

    private void Write(string name, string commit, int day) =>
        new MadeUpRun
        {
            Commit = commit,
            Replan = plan =>
                plan with
                {
                    StartedAt = new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero),
                },
        }.WriteTo(_place.In($"reports/{name}"));

    private SitePages Pages(string? history = null, TimeSpan? patience = null, params string[] named) =>
        new(
            new(_place.In("reports")),
            [.. named.Select(path => new ServedFolder(path))],
            new(history ?? _place.In("none.db"), "2026-01-01"),
            patience ?? Timeout.InfiniteTimeSpan
        );
}
