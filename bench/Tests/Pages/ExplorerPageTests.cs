using Bench.Tests.Reporter;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Bench.Tests.Pages;

/// <summary>The interactive part of the report in a real browser.</summary>
[Collection(PageTestGroup.Name)]
public sealed class ExplorerPageTests(Browser browser, ReportFixture report) : IClassFixture<ReportFixture>
{
    // Chooses every metric of every scenario, and holds what is printed for the two lanes against the scenario's table.
    private const string Compare = """
        () => {
          const select = name => document.querySelector(`#explore [name=${name}]`);
          const choose = (name, value) => {
            select(name).value = value;
            select(name).dispatchEvent(new Event('change', { bubbles: true }));
          };
          const all = name => [...select(name).options].map(option => option.value);
          const printed = (table, lane, metric) => {
            const column = [...table.tHead.rows[0].cells].findIndex(cell => cell.textContent === lane);
            const row = [...table.tBodies[0].rows].find(row => row.cells[0].textContent === metric);
            return [...row.cells[column].childNodes].map(node => node.textContent).join(' ');
          };
          const found = { compared: 0, wrong: [] };
          for (const workload of all('workload')) {
            choose('workload', workload);
            for (const scenario of all('scenario')) {
              choose('scenario', scenario);
              const table = document.getElementById(scenario).querySelector('details:last-of-type table');
              for (const metric of all('metric')) {
                choose('metric', metric);
                for (const [at, name] of ['left', 'right'].entries()) {
                  const side = document.querySelectorAll('#explore .side')[at];
                  for (const fact of [...side.querySelectorAll('dl div')].slice(0, -2)) {
                    const [title, said] = [fact.children[0].textContent, fact.children[1].textContent];
                    const expected = printed(table, select(name).value, title);
                    found.compared++;
                    if (said !== expected) found.wrong.push(`${scenario} ${title}: ${said}, in the table ${expected}`);
                  }
                }
              }
            }
          }
          return found;
        }
        """;

    private string Address => new Uri(report.Result.IndexPath).AbsoluteUri;

    [Fact]
    public async Task Figures_are_printed_as_in_the_tables()
    {
        await using var watched = await OpenAsync(Address);

        var found = await watched.Page.EvaluateAsync<Found>(Compare);

        Assert.Empty(found.Wrong);
        Assert.True(found.Compared > 500);
        Assert.Empty(watched.Faults);
    }

    [Fact]
    public async Task An_address_shows_the_view_that_it_names()
    {
        await using var watched = await OpenAsync(Address);
        var explorer = watched.Page.Locator("#explore");
        await explorer
            .Locator("[name=workload]")
            .SelectOptionAsync(new SelectOptionValue { Label = "Footprint" });
        await explorer.Locator("[name=scenario]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await explorer.Locator("[name=metric]").SelectOptionAsync("throughput");
        await explorer.Locator("[name=scale]").SelectOptionAsync("linear");
        await explorer.Locator("[name=model][value=threads]").UncheckAsync();

        await using var again = await OpenAsync(watched.Page.Url);
        var restored = again.Page.Locator("#explore");

        await Assertions.Expect(restored.Locator("[name=metric]")).ToHaveValueAsync("throughput");
        await Assertions.Expect(restored.Locator("[name=scale]")).ToHaveValueAsync("linear");
        await Assertions.Expect(restored.Locator("[name=model][value=threads]")).Not.ToBeCheckedAsync();
        Assert.Equal(
            await explorer.Locator("[name=scenario]").InputValueAsync(),
            await restored.Locator("[name=scenario]").InputValueAsync()
        );
        await Assertions.Expect(restored.Locator("#explore-growth .main-svg").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Charts_say_their_figures_to_those_who_cannot_see_them()
    {
        await using var watched = await OpenAsync(Address);
        var said = await watched.Page.Locator("#explore-values .plot").GetAttributeAsync("aria-label");

        Assert.Matches(@"best first: \w+ .* ms \[[\d.]+–[\d.]+\];", said!);
        Assert.Equal("img", await watched.Page.Locator("#explore-values .plot").GetAttributeAsync("role"));
    }

    [Fact]
    public async Task On_paper_there_are_pictures_and_no_controls()
    {
        await using var watched = await OpenAsync(Address);
        await watched.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(watched.Page.Locator("#explore")).ToBeHiddenAsync();
        await Assertions.Expect(watched.Page.Locator("main figure img").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_once_charts_are_drawn(ColorScheme scheme)
    {
        await using var watched = await OpenAsync(Address, scheme);

        var found = await watched.Page.RunAxe();

        Assert.Empty(found.Violations.Select(item => $"{item.Id}: {item.Help}: {item.Nodes[0].Html}"));
    }

    private async Task<WatchedPage> OpenAsync(string address, ColorScheme scheme = ColorScheme.Light)
    {
        var watched = await browser.OpenAsync(scheme: scheme);
        await watched.Page.GotoAsync(address);
        await watched.Page.Locator("#explore").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(watched.Page.Locator("#explore-values .main-svg").First).ToBeVisibleAsync();
        return watched;
    }

    private sealed class Found
    {
        public int Compared { get; set; }
        public List<string> Wrong { get; set; } = [];
    }
}
