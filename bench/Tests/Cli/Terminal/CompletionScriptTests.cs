using Bench.Cli;
using Bench.Cli.Terminal;
using CliWrap.Buffered;
using Xunit;

namespace Bench.Tests.Cli.Terminal;

/// <summary>What a shell makes of the completion script.</summary>
public sealed class CompletionScriptTests
{
    private static readonly IReadOnlyList<CompletedVerb> s_verbs = CompletedVerb.All(VerbRunner.Verbs);

    [Theory]
    [InlineData("ver", 1, "verify")]
    [InlineData("--cap", 2, "--capacity")]
    public async Task Bash_completes_verbs_and_the_options_of_a_verb(string word, int place, string expected)
    {
        string[] words = place == 1 ? ["./run.sh", word] : ["./run.sh", "run", word];
        var script =
            $"{CompletionScript.Bash(s_verbs)}\nCOMP_WORDS=({string.Join(' ', words)}); COMP_CWORD={place}; _bench_run; echo \"${{COMPREPLY[@]}}\"";

        var result = await CliWrap
            .Cli.Wrap("bash")
            .WithArguments(["-c", script])
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.StandardOutput.Trim());
    }

    [Fact]
    public void Fish_has_a_line_for_every_verb_and_option() =>
        Assert.Equal(
            s_verbs.Sum(verb => 1 + verb.Options.Count),
            CompletionScript.Fish(s_verbs).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length
        );

    [Fact]
    public async Task An_unknown_shell_is_refused()
    {
        var result = await BenchProgram.RunAsync("completion", "cmd");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("there are: bash, zsh, fish", result.StandardError, StringComparison.Ordinal);
    }
}
