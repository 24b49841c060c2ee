using Bench.Tests.Cli;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>What a user gets wrong about backends is told before anything is measured.</summary>
public sealed class BackendOptionTests
{
    [Theory]
    [InlineData("unknown backend 'oracle'; there are: simulated, http, postgres, sqlite", "oracle")]
    [InlineData("--backend: sqlite takes no address", "sqlite=somewhere")]
    [InlineData("leave them out, or --backend", "http", "--trace")]
    [InlineData("leave them out, or --backend", "http", "--capacity")]
    [InlineData(
        "--backend: pingpong can be measured without a real backend only",
        "simulated,http",
        "--workloads",
        "pingpong,inventory"
    )]
    [InlineData("leave the other options out", "http", "--resume", ".")]
    [InlineData(
        "postgres: what BENCH_POSTGRES or --backend says cannot be read; expected postgresql://",
        "postgres=postgresql://u:se/cret@h/d"
    )]
    [InlineData(
        "see that the server runs and knows this user",
        "postgres=postgresql://u:secret@127.0.0.1:1/d"
    )]
    public async Task It_ends_with_exit_code_2_and_one_line(string expected, params string[] arguments)
    {
        var result = await BenchProgram.RunAsync(["run", "--preset", "smoke", "--backend", .. arguments]);

        var line = Assert.Single(
            result.StandardError.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => line.StartsWith("error: ", StringComparison.Ordinal)
        );
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain("cret@", result.StandardError, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.StandardOutput);
    }
}
