using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary>What <c>faults</c> and <c>node</c> refuse.</summary>
public sealed class FaultsVerbTests
{
    [Theory]
    [InlineData(
        "faults --only flood",
        "unknown fault 'flood'; there are: kill, kill-seed, pause, rolling, slow"
    )]
    [InlineData("faults --models tasks", "model 'tasks' is no cluster that can be hit; there are: ")]
    [InlineData("node --listen here --model cluster", "--listen here: give host:port")]
    [InlineData("node --listen 127.0.0.1:9000 --model tasks", "model 'tasks' is no cluster; there are: ")]
    public async Task What_is_not_there_is_named_with_what_is(string arguments, string line)
    {
        var result = await BenchProgram.RunAsync(arguments.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"error: {line}", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_refused_before_anything_is_hit()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "mine.txt"),
            "mine",
            TestContext.Current.CancellationToken
        );

        var result = await BenchProgram.RunAsync("faults", "--only", "kill", "--out", folder.Path);

        Assert.Equal(2, result.ExitCode);
    }
}
