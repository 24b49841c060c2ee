using System.Net;
using Bench.Cli.Serving;
using Bench.Site;
using Bench.Tests.Cli.Trending;
using Bench.Tests.Reporter;
using Bench.Tests.Results;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Bench.Tests.Pages;

/// <summary>The site of <c>serve</c> in a real browser.</summary>
[Collection(PageTestGroup.Name)]
public sealed class SitePageTests(Browser browser, ReportFixture report)
    : IClassFixture<ReportFixture>,
        IAsyncLifetime
{
    private readonly TemporaryFolder _place = new();
    private LocalSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        report.Folder.WriteManifest(report.Manifest);
        var history = await new MadeUpHistory { Tasks = 0.7 }.WriteTo(_place.Path);
        _site = await LocalSite.StartAsync(
            new(IPAddress.Loopback, 0),
            new SitePages(
                new(_place.Path),
                [new(report.Folder.Path)],
                new(history, "2026-01-01"),
                Timeout.InfiniteTimeSpan
            )
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _place.Dispose();
    }

    [Fact]
    public async Task From_the_first_page_to_a_report_its_claims_the_history_and_the_trend()
    {
        await using var watched = await OpenAsync("/");
        var page = watched.Page;

        await page.Locator("#runs a[href='/named/1/']").ClickAsync();
        await page.Locator("#explore").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Locator("#explore-values .main-svg").First).ToBeVisibleAsync();
        await page.Locator("#data a[href='charts/']").ClickAsync();
        await page.Locator("a[href$='.svg']").First.ClickAsync();
        Assert.EndsWith(".svg", page.Url, StringComparison.Ordinal);

        await page.GotoAsync(_site.Address.AbsoluteUri);
        await page.GetByRole(AriaRole.Navigation).GetByText("History").ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(16);
        await page.GetByText("What changed over time").ClickAsync();
        await Assertions.Expect(page.Locator("figure svg").First).ToBeVisibleAsync();
        await page.Locator("a[href='trend.json']").ClickAsync();
        Assert.EndsWith("/trend/trend.json", page.Url, StringComparison.Ordinal);
        Assert.Empty(watched.Faults);
    }

    [Theory]
    [InlineData("/", ColorScheme.Light)]
    [InlineData("/", ColorScheme.Dark)]
    [InlineData("/history", ColorScheme.Light)]
    [InlineData("/trend/", ColorScheme.Dark)]
    [InlineData("/named/1/charts/", ColorScheme.Light)]
    public async Task A_page_fits_a_narrow_window_and_axe_finds_nothing(string path, ColorScheme scheme)
    {
        await using var watched = await OpenAsync(path, width: 360, scheme);

        var surplus = await watched.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        var found = await watched.Page.RunAxe();
        await watched.KeepAsync($"site{path.Replace('/', '-')}{scheme}");

        Assert.Equal(0, surplus);
        Assert.Empty(found.Violations.Select(item => $"{item.Id}: {item.Help}: {item.Nodes[0].Html}"));
        Assert.Empty(watched.Faults);
    }

    private async Task<WatchedPage> OpenAsync(
        string path,
        int width = 1_400,
        ColorScheme scheme = ColorScheme.Light
    )
    {
        var watched = await browser.OpenAsync(width, scheme: scheme);
        watched.Site = _site.Address;
        await watched.Page.GotoAsync(new Uri(_site.Address, path).AbsoluteUri);
        return watched;
    }
}
