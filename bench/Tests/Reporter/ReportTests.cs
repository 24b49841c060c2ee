using System.Text.RegularExpressions;
using Xunit;

namespace Bench.Tests.Reporter;

public sealed class ReportTests(ReportFixture report) : IClassFixture<ReportFixture>
{
    [Fact]
    public void Every_file_of_the_run_folder_is_written_and_nothing_temporary_is_left()
    {
        Assert.All(
            ["index.html", "report.md", "summary.csv"],
            name => Assert.True(File.Exists(report.Folder.In(name)))
        );
        Assert.DoesNotContain(
            Directory.EnumerateFiles(report.Folder.Path, "*", SearchOption.AllDirectories),
            path => path.EndsWith(".tmp", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_page_loads_nothing_from_outside()
    {
        var page = report.Text("index.html");
        Assert.Contains(
            "Content-Security-Policy\" content=\"default-src 'none'",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotMatch(@"(?i)(src|data|action|poster)\s*=\s*[""']?(https?:)?//", page);
        Assert.DoesNotMatch(@"(?i)(?<!xmlns(:\w+)?=""http:)url\(\s*[""']?(https?:)?//", page);
        Assert.DoesNotMatch(@"(?i)<(link|iframe|object|embed)\b", page);
        Assert.DoesNotMatch(@"(?i)<script\b[^>]*\bsrc\b", page);
        Assert.All(
            Regex.Matches(page, @"href=""([^""]*)""").Select(match => match.Groups[1].Value),
            target => Assert.Matches(@"^(#|[\w.]+(/)?$|charts/[a-z0-9-]+\.svg$)", target)
        );
    }

    [Fact]
    public void The_answers_stand_before_the_summary_and_the_summary_before_the_workloads()
    {
        int[] places =
        [
            .. new[]
            {
                "id=\"answers\"",
                "id=\"summary\"",
                "id=\"inventory\"",
                "id=\"footprint\"",
                "id=\"method\"",
            }.Select(id => report.Text("index.html").IndexOf(id, StringComparison.Ordinal)),
        ];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Every_workload_has_an_answer_for_the_terminal()
    {
        Assert.Equal(7, report.Result.Answers.Count);
        Assert.All(report.Result.Answers, answer => Assert.DoesNotContain('\n', answer));
    }

    [Fact]
    public void A_refused_sample_is_listed_with_its_reason() =>
        Assert.Contains(
            "Little&#x27;s law missed by 14 %",
            report.Text("index.html"),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_incorrect_case_is_shown_as_words_instead_of_figures()
    {
        Assert.Contains(
            "incorrect in 1 round: not ranked",
            report.Text("index.html"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            report.Result.Warnings,
            warning => warning.Contains("broke their invariant", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_hung_case_is_shown_as_hung() =>
        Assert.Contains("hung in 5 rounds", report.Text("report.md"), StringComparison.Ordinal);

    [Fact]
    public void A_case_out_of_reach_is_listed_with_the_reason() =>
        Assert.Contains("more than 8,000 threads", report.Text("report.md"), StringComparison.Ordinal);

    [Fact]
    public void The_lanes_code_and_the_command_that_repeats_the_run_are_in_the_page()
    {
        Assert.Contains("bench/channels/payments.cs", report.Text("index.html"), StringComparison.Ordinal);
        Assert.Contains(
            "./run.sh run --preset quick --seed 42",
            report.Text("index.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void As_told_stands_beside_equal_terms() =>
        Assert.Contains("As told beside on equal terms", report.Text("index.html"), StringComparison.Ordinal);

    [Fact]
    public void Every_picture_has_a_description_and_a_line_on_how_to_read_it()
    {
        var page = report.Text("index.html");
        var pictures = Regex.Count(page, "<img ");
        Assert.Equal(Directory.GetFiles(report.Folder.ChartsPath, "*.svg").Length, pictures);
        Assert.Equal(pictures, Regex.Count(page, @"<img [^>]*\balt=""[^""]+"""));
        Assert.Equal(
            pictures,
            Regex.Count(page, @"<img [^>]*></div>\s*<figcaption><strong>How to read this\.</strong> \S")
        );
        Assert.All(
            Directory.GetFiles(report.Folder.ChartsPath, "*.svg"),
            path => Assert.Matches("<desc id=[^>]+>.", File.ReadAllText(path))
        );
    }

    [Fact]
    public void No_id_is_in_the_page_twice()
    {
        var ids = Regex
            .Matches(report.Text("index.html"), @"\sid=""([^""]+)""")
            .Select(match => match.Groups[1].Value);
        Assert.Empty(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
    }
}
