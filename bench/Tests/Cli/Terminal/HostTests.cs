using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace Bench.Tests.Cli.Terminal;

/// <summary>What the hosts of the program show of a real run: a terminal of 80 columns or 200, one without colours, a pipe, GitHub's log.</summary>
public sealed partial class HostTests
{
    private const string Escape = "\u001b";

    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    public async Task A_terminal_shows_the_matrix_in_its_place_and_no_line_is_wider(int columns)
    {
        var shown = await InTerminalAsync(columns, "");

        Assert.Contains($"{Escape}[K", shown, StringComparison.Ordinal);
        Assert.Contains("> running", shown, StringComparison.Ordinal);
        Assert.Contains("about ", shown, StringComparison.Ordinal);
        Assert.All(
            Lines(shown).Where(line => !line.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, columns)
        );
    }

    [Theory]
    [InlineData("NO_COLOR=1", "")]
    [InlineData("", "--no-color")]
    public async Task Without_colours_nothing_is_coloured_and_nothing_rewritten(
        string environment,
        string option
    )
    {
        var shown = await InTerminalAsync(100, environment, option);

        Assert.DoesNotMatch(ColoursAndMoves(), shown);
        Assert.Contains("3/3  left 0:00  pingpong/", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Into_a_pipe_go_plain_lines_and_no_groups()
    {
        var shown = await RedirectedAsync(github: null);

        Assert.DoesNotContain(Escape, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("::", shown, StringComparison.Ordinal);
        Assert.Contains("3/3  left 0:00  pingpong/", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_githubs_log_a_round_is_a_group()
    {
        var shown = await RedirectedAsync(github: "true");

        Assert.DoesNotContain(Escape, shown, StringComparison.Ordinal);
        Assert.True(
            shown.IndexOf("::group::round 1 of 1", StringComparison.Ordinal)
                < shown.IndexOf("::endgroup::", StringComparison.Ordinal)
        );
        Assert.Single(GroupEnds().Matches(shown));
    }

    // script(1) of Debian's base gives a command a terminal of its own.
    private static async Task<string> InTerminalAsync(int columns, string environment, string option = "")
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "there is no script(1) to make a terminal with");
        using var folder = new Bench.Tests.Results.TemporaryFolder();
        var command =
            $"stty cols {columns} rows 50; env {environment} dotnet {BenchProgram.Path} {string.Join(' ', Run(folder.Path))} {option}";
        var result = await CliWrap
            .Cli.Wrap("script")
            .WithArguments(["--quiet", "--return", "--command", command, "/dev/null"])
            .WithEnvironmentVariables(variables =>
                variables
                    .Set("TERM", "xterm-256color")
                    .Set("GITHUB_ACTIONS", null)
                    .Set("NO_COLOR", null)
                    .Set("CI", null)
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, result.ExitCode);
        return result.StandardOutput;
    }

    private static async Task<string> RedirectedAsync(string? github)
    {
        using var folder = new Bench.Tests.Results.TemporaryFolder();
        var result = await CliWrap
            .Cli.Wrap("dotnet")
            .WithArguments([BenchProgram.Path, .. Run(folder.Path)])
            .WithEnvironmentVariables(variables => variables.Set("GITHUB_ACTIONS", github))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, result.ExitCode);
        return result.StandardError;
    }

    private static string[] Run(string folder) =>
        [
            "run",
            "--preset",
            "smoke",
            "--workloads",
            "pingpong",
            "--models",
            "tasks,channels",
            "--rounds",
            "1",
            "--out",
            Path.Combine(folder, "run"),
        ];

    // What a reader sees: without what moves, colours or names the window.
    private static IEnumerable<string> Lines(string shown) =>
        Sequences().Replace(shown, "").Split('\n', '\r').Select(line => line.TrimEnd());

    [GeneratedRegex("\u001b(\\[[0-9;?]*[A-Za-z]|\\][^\a]*\a|=)")]
    private static partial Regex Sequences();

    [GeneratedRegex("\u001b\\[[0-9;]*[A-Zm]")]
    private static partial Regex ColoursAndMoves();

    [GeneratedRegex("::endgroup::")]
    private static partial Regex GroupEnds();
}
