using Bench.Cli.Terminal;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>completion</c>: a script that completes verbs and options in a shell.</summary>
[Verb("completion", HelpText = "A script that completes verbs and options: bash, zsh or fish.")]
[Example(
    "completion bash > ~/.local/share/bash-completion/completions/run.sh",
    "bash, from the next shell on"
)]
[Example("completion fish > ~/.config/fish/completions/run.sh.fish", "fish")]
internal sealed class CompletionVerb : IVerb
{
    [Value(0, MetaName = "SHELL", Required = true, HelpText = "bash, zsh or fish.")]
    public string Shell { get; set; } = "";

    [Value(1, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        var verbs = CompletedVerb.All(VerbRunner.Verbs);
        Console.Out.Write(
            Shell switch
            {
                "bash" => CompletionScript.Bash(verbs),
                "zsh" => CompletionScript.Zsh(verbs),
                "fish" => CompletionScript.Fish(verbs),
                _ => throw new UserException($"unknown shell '{Shell}'; there are: bash, zsh, fish"),
            }
        );
        return ExitCode.Fine;
    }
}
