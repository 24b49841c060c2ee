using Bench.Tests.Reporter;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Bench.Tests.Pages;

/// <summary>The report in a real browser.</summary>
[Collection(PageTestGroup.Name)]
public sealed class ReportPageTests(Browser browser, ReportFixture report) : IClassFixture<ReportFixture>
{
    private string Address => new Uri(report.Result.IndexPath).AbsoluteUri;

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1_400, ColorScheme.Light)]
    [InlineData(1_400, ColorScheme.Dark)]
    [InlineData(2_560, ColorScheme.Light)]
    public async Task It_fits_its_window_says_nothing_to_the_console_and_asks_for_nothing(
        int width,
        ColorScheme scheme
    )
    {
        await using var watched = await browser.OpenAsync(width, scheme: scheme);
        await watched.Page.GotoAsync(Address);
        await watched.Page.EvaluateAsync(
            "() => new Promise(done => { window.scrollTo(0, document.body.scrollHeight); setTimeout(done, 300) })"
        );

        var surplus = await watched.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        await watched.Page.EvaluateAsync("() => window.scrollTo(0, 0)");
        await watched.KeepAsync($"report-{width}-{scheme}");

        Assert.InRange(surplus, 0, 0);
        Assert.Empty(watched.Faults);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing(ColorScheme scheme)
    {
        await using var watched = await browser.OpenAsync(scheme: scheme);
        await watched.Page.GotoAsync(Address);

        var found = await watched.Page.RunAxe();

        Assert.Empty(found.Violations.Select(item => $"{item.Id}: {item.Help}: {item.Nodes[0].Html}"));
    }

    [Fact]
    public async Task Without_scripts_answers_tables_and_pictures_are_there()
    {
        await using var watched = await browser.OpenAsync(scripts: false);
        await watched.Page.GotoAsync(Address);
        await watched.KeepAsync("report-without-scripts");

        await Assertions.Expect(watched.Page.Locator("#answers table")).ToBeVisibleAsync();
        await Assertions.Expect(watched.Page.Locator("#summary table")).ToBeVisibleAsync();
        Assert.True(
            await watched.Page.Locator("figure svg, figure img, picture img, main img").CountAsync() > 0
        );
        Assert.Empty(watched.Faults);
    }

    [Fact]
    public async Task The_keyboard_alone_reaches_the_report_and_shows_where_it_is()
    {
        await using var watched = await browser.OpenAsync();
        await watched.Page.GotoAsync(Address);

        await watched.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await FocusedAsync("element.className"));
        for (var step = 0; step < 25; step++)
        {
            await watched.Page.Keyboard.PressAsync("Tab");
            Assert.NotEqual("BODY", await FocusedAsync("element.tagName"));
            Assert.NotEqual("none", await FocusedAsync("getComputedStyle(element).outlineStyle"));
        }

        Task<string> FocusedAsync(string what) =>
            watched.Page.EvaluateAsync<string>(
                $"() => {{ const element = document.activeElement; return {what} }}"
            );
    }

    [Fact]
    public async Task Every_choice_of_every_control_draws_without_a_fault()
    {
        await using var watched = await browser.OpenAsync();
        await watched.Page.GotoAsync(Address);
        var selects = watched.Page.Locator("main select");

        for (var index = 0; index < await selects.CountAsync(); index++)
        {
            var options = await selects
                .Nth(index)
                .Locator("option")
                .EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
            foreach (var option in options)
            {
                await selects.Nth(index).SelectOptionAsync(option);
                Assert.Empty(watched.Faults);
            }
        }

        var boxes = watched.Page.Locator("main input[type=checkbox], main input[type=radio]");
        for (var index = 0; index < await boxes.CountAsync(); index++)
        {
            await boxes.Nth(index).ClickAsync(new() { Force = true });
            Assert.Empty(watched.Faults);
        }
    }

    [Fact]
    public async Task Hostile_names_stay_text()
    {
        var manifest = SyntheticRun.Manifest(
            models: [SyntheticRun.Hostile, "\u202eright-to-left", new string('x', 10_000), "threads"],
            workloads: ["inventory"]
        );
        using var hostile = new TemporaryReport(manifest, SyntheticRun.Samples(manifest));
        await using var watched = await browser.OpenAsync(width: 360);
        var dialogs = 0;
        watched.Page.Dialog += (_, _) => dialogs++;

        await watched.Page.GotoAsync(new Uri(hostile.Result.IndexPath).AbsoluteUri);
        await watched.KeepAsync("report-hostile");

        Assert.Equal(0, dialogs);
        Assert.Empty(watched.Faults);
        Assert.Contains(
            "<script>alert(1)</script>",
            await watched.Page.InnerTextAsync("main"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            0,
            await watched.Page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        );
    }
}
