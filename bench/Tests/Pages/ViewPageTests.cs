using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Bench.Tests.Pages;

/// <summary>Claims, capacities and the run beside an earlier one in a real browser.</summary>
[Collection(PageTestGroup.Name)]
public sealed class ViewPageTests(Browser browser, ViewsFixture views) : IClassFixture<ViewsFixture>
{
    private const string Beside = "#beside?sort=ratio";
    private const string Claims = "#claims?show=";
    private const string Capacity = "#capacity?terms=told";

    [Theory]
    [InlineData(Beside, 360, ColorScheme.Light)]
    [InlineData(Beside, 2_560, ColorScheme.Dark)]
    [InlineData(Claims, 360, ColorScheme.Light)]
    [InlineData(Claims, 2_560, ColorScheme.Dark)]
    [InlineData(Capacity, 360, ColorScheme.Light)]
    [InlineData(Capacity, 2_560, ColorScheme.Dark)]
    public async Task A_view_fits_its_window_and_axe_finds_nothing(string view, int width, ColorScheme scheme)
    {
        await using var watched = await OpenAsync(view, width, scheme);
        await watched.KeepAsync($"view-{view.Split('?')[0][1..]}-{width}-{scheme}");

        var surplus = await watched.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        var found = await watched.Page.RunAxe();

        Assert.Equal(0, surplus);
        Assert.Empty(found.Violations.Select(item => $"{item.Id}: {item.Help}: {item.Nodes[0].Html}"));
        Assert.Empty(watched.Faults);
    }

    [Fact]
    public async Task A_heading_sorts_by_mouse_and_by_keyboard_and_the_address_keeps_it()
    {
        await using var watched = await OpenAsync("#beside?");
        var ratio = watched.Page.Locator("#beside th button[data-sort=ratio]");
        await ratio.ClickAsync();
        Assert.Equal(["0.667", "0.667"], await RatiosAsync(watched, 2));

        await ratio.PressAsync("Enter");
        await using var again = await OpenAsync(new Uri(watched.Page.Url).Fragment);

        await Assertions
            .Expect(again.Page.Locator("#beside th[aria-sort=descending]"))
            .ToHaveTextAsync("ratio [99 % interval]");
        Assert.Equal(await RatiosAsync(watched, 24), await RatiosAsync(again, 24));
        Assert.NotEqual("0.667", (await RatiosAsync(again, 1))[0]);
    }

    [Fact]
    public async Task Verdicts_workloads_and_metrics_can_be_chosen_and_the_figures_are_those_of_the_table()
    {
        await using var watched = await OpenAsync("#beside?");
        var printed = await watched
            .Page.Locator("#beside .unscripted tbody td:nth-child(4)")
            .AllTextContentsAsync();
        var shown = await watched
            .Page.Locator("#beside .sorted tbody td:nth-child(4)")
            .AllTextContentsAsync();
        Assert.Equal(printed, shown);

        await watched.Page.Locator("#beside [name=show]").SelectOptionAsync("better");
        await Assertions
            .Expect(watched.Page.Locator("#beside-count"))
            .ToHaveTextAsync("5 of 24 cases: 5 better.");
        await watched.Page.Locator("#beside [name=of]").SelectOptionAsync("Pipeline");
        await watched.Page.Locator("#beside [name=metric]").SelectOptionAsync("p99");
        await Assertions.Expect(watched.Page.Locator("#beside .sorted tbody tr")).ToHaveCountAsync(1);
        await Assertions
            .Expect(watched.Page.Locator("#beside-ratios h3"))
            .ToHaveTextAsync("p99 latency: after ÷ before");
        await watched.Page.Locator("#beside .sorted tbody a").ClickAsync();
        await Assertions.Expect(watched.Page.Locator("#explore [name=metric]")).ToHaveValueAsync("p99");
        Assert.Empty(watched.Faults);
    }

    [Fact]
    public async Task Names_from_outside_stay_text_in_every_view()
    {
        foreach (var view in new[] { Beside, Claims, Capacity })
        {
            await using var watched = await OpenAsync(view);
            var dialogs = 0;
            watched.Page.Dialog += (_, _) => dialogs++;
            Assert.Equal(0, await watched.Page.Locator("main script, main b:has-text('<')").CountAsync());
            Assert.Equal(0, dialogs);
            Assert.Empty(watched.Faults);
        }
    }

    [Fact]
    public async Task Claims_of_one_outcome_can_be_chosen_and_lead_to_their_charts()
    {
        await using var watched = await OpenAsync("#claims?show=refuted");
        await Assertions.Expect(watched.Page.Locator("#claims-count")).ToHaveTextAsync("1 of 2 claims");
        await Assertions.Expect(watched.Page.Locator("#claim-quicker")).ToBeVisibleAsync();
        await Assertions.Expect(watched.Page.Locator("#claim-holding")).ToBeHiddenAsync();

        await watched.Page.Locator("#claims [name=show]").SelectOptionAsync("");
        Assert.EndsWith("#claims?show=", watched.Page.Url, StringComparison.Ordinal);
        await watched.Page.Locator("#claim-holding summary").PressAsync("Enter");
        await watched.Page.Locator("#claim-holding td a.scripted").First.ClickAsync();

        await Assertions.Expect(watched.Page.Locator("#explore [name=metric]")).ToHaveValueAsync("p95");
        await Assertions.Expect(watched.Page.Locator("#explore-verdict")).ToContainTextAsync("p95 latency");
    }

    [Fact]
    public async Task Capacity_curves_say_their_figures_and_follow_terms_scale_and_models()
    {
        await using var watched = await OpenAsync(Capacity);
        var section = watched.Page.Locator("section.capacity");
        var plot = section.Locator(".plot");
        await Assertions.Expect(section.Locator("[name=terms]")).ToHaveValueAsync("told");
        Assert.Matches(@"tasks: 3,\d\d0 users \[", (await plot.GetAttributeAsync("aria-label"))!);
        Assert.Contains(
            "channels: ",
            (await plot.GetAttributeAsync("aria-label"))!,
            StringComparison.Ordinal
        );

        await section.Locator("[name=terms]").SelectOptionAsync("equal");
        await section.Locator("[name=scale]").SelectOptionAsync("linear");
        await section.Locator("[name=model][value=threads]").FocusAsync();
        await watched.Page.Keyboard.PressAsync("Space");
        await Assertions
            .Expect(plot)
            .Not.ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("threads"));
        await using var again = await OpenAsync(new Uri(watched.Page.Url).Fragment, capacity: true);

        await Assertions
            .Expect(again.Page.Locator("section.capacity [name=terms]"))
            .ToHaveValueAsync("equal");
        await Assertions
            .Expect(again.Page.Locator("section.capacity [name=scale]"))
            .ToHaveValueAsync("linear");
        await Assertions
            .Expect(again.Page.Locator("section.capacity [name=model][value=threads]"))
            .Not.ToBeCheckedAsync();
        Assert.Equal(
            await plot.GetAttributeAsync("aria-label"),
            await again.Page.Locator("section.capacity .plot").GetAttributeAsync("aria-label")
        );
        Assert.Empty(watched.Faults);
    }

    [Fact]
    public async Task On_paper_and_without_scripts_there_are_tables_and_pictures()
    {
        await using var plain = await browser.OpenAsync(scripts: false);
        await plain.Page.GotoAsync(new Uri(views.Run).AbsoluteUri);
        await Assertions.Expect(plain.Page.Locator("#beside .unscripted table")).ToBeVisibleAsync();
        await Assertions.Expect(plain.Page.Locator("#claim-holding .strip").First).ToBeVisibleAsync();
        await Assertions.Expect(plain.Page.Locator("#beside form")).ToBeHiddenAsync();

        await using var printed = await OpenAsync(Beside);
        await printed.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(printed.Page.Locator("#beside .unscripted table")).ToBeVisibleAsync();
        await Assertions.Expect(printed.Page.Locator("#beside form")).ToBeHiddenAsync();
    }

    private static async Task<string[]> RatiosAsync(WatchedPage watched, int most) =>
        [
            .. (await watched.Page.Locator("#beside .sorted tbody td:nth-child(4)").AllTextContentsAsync())
                .Take(most)
                .Select(text => text.Split('×')[0]),
        ];

    private async Task<WatchedPage> OpenAsync(
        string view,
        int width = 1_400,
        ColorScheme scheme = ColorScheme.Light,
        bool capacity = false
    )
    {
        var isCapacity = capacity || view.StartsWith("#capacity", StringComparison.Ordinal);
        var watched = await browser.OpenAsync(width, scheme: scheme);
        await watched.Page.GotoAsync(new Uri(isCapacity ? views.Capacity : views.Run).AbsoluteUri + view);
        var drawn = view.Split('?')[0] switch
        {
            "#claims" => "#claims-count:not(:empty)",
            "#beside" => "#beside-ratios .main-svg",
            _ => "section.capacity .main-svg",
        };
        await Assertions.Expect(watched.Page.Locator(drawn).First).ToBeVisibleAsync();
        return watched;
    }
}
