using System.Text.RegularExpressions;
using Xunit;

namespace Bench.Tests.Reporter.Interactive;

/// <summary>What the page may run and load.</summary>
public sealed class PagePolicyTests(ReportFixture report) : IClassFixture<ReportFixture>
{
    private readonly string _page = report.Text("index.html");

    [Fact]
    public void The_policy_allows_the_pages_own_script_and_the_library_and_nothing_else()
    {
        var parts = new PageParts(_page);
        Assert.Equal(2, parts.Scripts.Count);
        Assert.Equal(parts.Scripts.Select(PageParts.SourceOf), parts.Allowed);
    }

    [Fact]
    public void The_library_is_what_its_package_says()
    {
        var library = new PageParts(_page).Scripts[1];
        Assert.Contains("plotly.js", library[..200], StringComparison.Ordinal);
        Assert.Contains("Licensed under the MIT license", library[..400], StringComparison.Ordinal);
    }

    [Fact]
    public void No_element_has_a_handler_and_no_link_runs_anything()
    {
        var page = new PageParts(_page).WithoutScripts;
        Assert.DoesNotMatch(@"(?i)<\w[^>]*\son\w+\s*=", page);
        Assert.DoesNotContain("javascript:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?i)<script", page);
    }

    [Fact]
    public void Pictures_are_files_beside_the_page_and_each_is_there()
    {
        var sources = Regex
            .Matches(_page, @"<img src=""([^""]*)""")
            .Select(match => match.Groups[1].Value)
            .ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.Matches(@"^charts/[a-z0-9-]+\.png$", source));
        Assert.All(sources, source => Assert.True(File.Exists(report.Folder.In(source)), source));
        Assert.Equal(sources.Count, Directory.GetFiles(report.Folder.ChartsPath, "*.png").Length);
    }
}
