using Xunit;

namespace Bench.Tests.Cli;

/// <summary><c>report --beside</c>: a run beside an earlier one.</summary>
public sealed class BesideTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-beside-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_page_says_what_changed_and_in_what_the_runs_differ()
    {
        var before = new MadeUpRun { Machine = "there", Commit = "one" }.WriteTo(In("before"));
        var after = new MadeUpRun { Tasks = 0.5, Commit = "two" }.WriteTo(In("after"));

        var result = await BenchProgram.RunAsync("report", after, "--beside", before);

        Assert.Equal(0, result.ExitCode);
        var page = await File.ReadAllTextAsync(
            Path.Combine(after, "report.md"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("**Careful:** The runs are of different machines", page, StringComparison.Ordinal);
        Assert.Contains(
            "Of 2 cases that both runs have: 1 worse, 1 equivalent.",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("Commit: one before, two after.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_without_a_common_case_are_refused_before_anything_is_written()
    {
        var before = new MadeUpRun { Cases = [MadeUpRun.Case("tasks", users: 900)] }.WriteTo(In("before"));
        var after = new MadeUpRun().WriteTo(In("after"));

        var result = await BenchProgram.RunAsync("report", after, "--beside", before, "--out", In("out"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("have no case in common", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", result.StandardError, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("out")));
    }

    private string In(string name) => Path.Combine(_folder, name);
}
