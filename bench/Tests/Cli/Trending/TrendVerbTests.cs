using System.Text.Json;
using CliWrap.Buffered;
using Xunit;

namespace Bench.Tests.Cli.Trending;

/// <summary><c>trend</c> on histories whose truth is known.</summary>
public sealed class TrendVerbTests : IDisposable
{
    private static readonly string[] s_throughput = ["--since", "2026-01-01", "--metric", "throughput"];
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-trend-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_slowdown_comes_first_with_when_between_which_commits_and_by_how_much()
    {
        var result = await TrendAsync(new() { Tasks = 0.7 });

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith(
            "1 of 2 series got worse since 2026-01-01\n",
            result.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Contains("\nw/tasks/equal\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("worse: step down", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("0aaaaaaaaa..0baaaaaaaa", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("2026-01-12", result.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("w/threads", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_changed_is_said()
    {
        var result = await TrendAsync(new());

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith(
            "nothing changed since 2026-01-01\n",
            result.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Contains("2 series looked at", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_got_better_is_no_failure()
    {
        var result = await TrendAsync(new() { Tasks = 1.5 });

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("better: step up", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_history_says_nothing()
    {
        var result = await TrendAsync(new() { Runs = 9 });

        Assert.Equal(4, result.ExitCode);
        Assert.StartsWith("too little history to say", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_has_machines_changes_and_series()
    {
        var result = await TrendAsync(new() { Tasks = 0.7 }, "--json");

        using var document = JsonDocument.Parse(result.StandardOutput);
        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
        var machine = document.RootElement.GetProperty("machines").EnumerateArray().Single();
        Assert.Equal(2, machine.GetProperty("series").GetArrayLength());
        var change = machine.GetProperty("changes").EnumerateArray().Single();
        Assert.Equal("step", change.GetProperty("kind").GetString());
        Assert.Equal("worse", change.GetProperty("verdict").GetString());
        Assert.Equal("likely", change.GetProperty("certainty").GetString());
        Assert.Equal("run10", change.GetProperty("before").GetProperty("run").GetString());
        Assert.Equal("run11", change.GetProperty("first").GetProperty("run").GetString());
        Assert.Equal(
            "Akka 1.5.73 → 1.5.74",
            change.GetProperty("alongside").EnumerateArray().Single().GetString()
        );
        Assert.InRange(0.7, change.GetProperty("low").GetDouble(), change.GetProperty("high").GetDouble());
    }

    [Fact]
    public async Task A_change_that_cannot_be_measured_again_says_why()
    {
        var result = await TrendAsync(new() { Tasks = 0.7 }, "--confirm", "--json");

        Assert.Equal(3, result.ExitCode);
        using var document = JsonDocument.Parse(result.StandardOutput);
        var confirmation = document
            .RootElement.GetProperty("machines")[0]
            .GetProperty("changes")[0]
            .GetProperty("confirmation");
        Assert.Equal("notMeasured", confirmation.GetProperty("outcome").GetString());
        Assert.StartsWith(
            "its runs are of another machine (here)",
            confirmation.GetProperty("reason").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Machines_are_never_in_one_series()
    {
        // Taken together, the second machine's runs would look like a change.
        var history = new MadeUpHistory
        {
            Runs = 24,
            ChangesAt = 12,
            Tasks = 0.7,
            Machine = index => index < 12 ? "here" : "there",
        };

        var result = await TrendAsync(history);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("nothing changed", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains(
            "runs of 2 machines, each looked at apart",
            result.StandardError,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_folder_has_page_summary_and_document_and_is_written_again()
    {
        var history = await new MadeUpHistory { Tasks = 0.7 }.WriteTo(_folder);
        var summary = Path.Combine(_folder, "summary.md");
        string[] arguments =
        [
            "trend",
            "--history",
            history,
            .. s_throughput,
            "--out",
            Path.Combine(_folder, "out"),
            "--summary",
            summary,
        ];

        await BenchProgram.RunAsync(arguments);
        var result = await BenchProgram.RunAsync(arguments);

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(
            ["index.html", "trend.json", "trend.md"],
            Directory.GetFiles(Path.Combine(_folder, "out")).Select(path => Path.GetFileName(path)).Order()
        );
        Assert.Equal(
            2,
            (await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken))
                .Split("## 1 of 2")
                .Length - 1
        );
    }

    [Theory]
    [InlineData("error: --case 'w/actors/*': no case in ", "--case", "w/actors/*")]
    [InlineData("error: unknown metric 'speed'; ", "--metric", "speed")]
    [InlineData("error: --machine there: no run in ", "--machine", "there")]
    [InlineData(
        "error: --since never: neither days (30d), a date (2026-01-31) nor a commit",
        "--since",
        "never"
    )]
    [InlineData("error: --budget is the time of --confirm; give both, or neither", "--budget", "5m")]
    [InlineData("error: --budget soon: give a time", "--confirm", "--budget", "soon")]
    [InlineData("error: --margin 5: give a percentage such as 5%", "--margin", "5")]
    public async Task A_wrong_word_is_named(string expected, params string[] options)
    {
        var history = await new MadeUpHistory { Runs = 1 }.WriteTo(_folder);

        var result = await BenchProgram.RunAsync(["trend", "--history", history, .. options]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(expected, result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_runs_folder_is_not_written_over()
    {
        var history = await new MadeUpHistory().WriteTo(_folder);
        var run = Path.Combine(_folder, "3");

        var result = await BenchProgram.RunAsync([
            "trend",
            "--history",
            history,
            .. s_throughput,
            "--out",
            run,
        ]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            "that is a run or a file; give another folder",
            result.StandardError,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(Path.Combine(run, "trend.json")));
    }

    private async Task<BufferedCommandResult> TrendAsync(MadeUpHistory history, params string[] options) =>
        await BenchProgram.RunAsync([
            "trend",
            "--history",
            await history.WriteTo(_folder),
            .. s_throughput,
            .. options,
        ]);
}
