using Bench.Cli;
using Bench.Cli.Terminal;
using Xunit;

namespace Bench.Tests.Cli.Terminal;

/// <summary>Options that every verb takes, wherever they stand.</summary>
public sealed class TalkOptionsTests
{
    [Fact]
    public void They_are_taken_out_and_the_rest_stays_in_order()
    {
        var (options, rest) = TalkOptions.Take(["--no-color", "run", "--quiet", "--preset", "smoke"]);

        Assert.Equal(new TalkOptions(Quiet: true, NoColor: true), options);
        Assert.Equal(["run", "--preset", "smoke"], rest);
    }

    [Fact]
    public void Two_that_contradict_each_other_are_refused() =>
        Assert.Contains(
            "leave one out",
            Assert.Throws<UserException>(() => TalkOptions.Take(["--quiet", "--verbose"])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task With_quiet_nothing_is_said_that_is_no_data_and_no_fault()
    {
        var result = await BenchProgram.RunAsync("--quiet", "explain", "p99");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.Contains("p99 (metric)", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_them_the_exit_codes_and_examples()
    {
        var result = await BenchProgram.RunAsync("run", "--help");

        Assert.Contains("Examples:", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("--quiet: ", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("4 inconclusive", result.StandardOutput, StringComparison.Ordinal);
        Assert.All(result.StandardOutput.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public async Task Help_fits_one_screen()
    {
        var result = await BenchProgram.RunAsync("--help");

        Assert.InRange(result.StandardOutput.Split('\n').Length, 15, 50);
    }
}
