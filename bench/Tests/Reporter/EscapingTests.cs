using System.Text.RegularExpressions;
using Bench.Reporter.Csv;
using Bench.Reporter.Markdown;
using Bench.Results;
using Bench.Tests.Reporter.Interactive;
using Xunit;

namespace Bench.Tests.Reporter;

public sealed class EscapingTests
{
    [Fact]
    public void Hostile_names_are_shown_as_text_in_page_pictures_and_markdown()
    {
        var manifest = HostileRun();
        using var report = new TemporaryReport(manifest, SyntheticRun.Samples(manifest));
        Assert.Contains("&lt;script&gt;alert(1)", report.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<script",
            new PageParts(report.Page).WithoutScripts,
            StringComparison.OrdinalIgnoreCase
        );
        var prose = Regex.Replace(
            report.Markdown,
            @"^(`{3,})cs\n.*?\n\1$",
            "",
            RegexOptions.Singleline | RegexOptions.Multiline
        );
        Assert.DoesNotContain("<script", prose, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_hostile_name_does_not_break_a_table_of_markdown()
    {
        var manifest = HostileRun();
        using var report = new TemporaryReport(manifest, SyntheticRun.Samples(manifest));
        var tables = Regex
            .Matches(report.Markdown, @"(?m)^\|.*\n\|[-:|]+\|\n(\|.*\n)*")
            .Select(match => match.Value)
            .ToList();
        Assert.NotEmpty(tables);
        Assert.All(
            tables,
            table =>
            {
                var rows = table.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                Assert.Single(rows.Select(row => Regex.Count(row, @"(?<!\\)\|")).Distinct());
            }
        );
    }

    [Fact]
    public void A_name_of_ten_thousand_characters_is_drawn()
    {
        var manifest = SyntheticRun.Manifest(
            models: [new string('x', 10_000), "threads"],
            workloads: ["pingpong"],
            rounds: 2
        );
        using var report = new TemporaryReport(manifest, SyntheticRun.Samples(manifest));
        Assert.NotEmpty(Directory.GetFiles(report.Folder.ChartsPath, "*-ratios.svg"));
    }

    [Theory]
    [InlineData("a|b", @"a\|b")]
    [InlineData("`x`", @"\`x\`")]
    [InlineData("<b>", "&lt;b&gt;")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("# no heading", @"\# no heading")]
    [InlineData("1. no list", @"1\. no list")]
    [InlineData("[x](http://y)", @"[x\](http://y)")]
    [InlineData("63.1 ms [60.4–66.0]", "63.1 ms [60.4–66.0]")]
    public void Markdown_keeps_text_as_text(string text, string expected) =>
        Assert.Equal(expected, MarkdownText.Escape(text));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd,x", "\"'@cmd,x\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void Csv_quotes_text_and_disarms_formulas(string text, string expected) =>
        Assert.Equal(expected, CsvText.Field(text));

    private static RunManifest HostileRun() =>
        SyntheticRun.Manifest(
            models: [SyntheticRun.Hostile, "threads"],
            workloads: ["payments", "footprint"],
            rounds: 2
        );
}
