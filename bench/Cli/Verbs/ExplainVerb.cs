using Bench.Cli.Explaining;
using Bench.Cli.Terminal;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>explain</c>: what a case does, or what a word means; runs nothing.</summary>
[Verb("explain", HelpText = "What a case, workload, model, metric or word of a verdict means; runs nothing.")]
[Example("explain inventory", "a workload, its lanes and its parameters")]
[Example("explain inconclusive", "a word of a verdict")]
internal sealed class ExplainVerb : IVerb
{
    [Value(
        0,
        MetaName = "WORD",
        Required = true,
        HelpText = "For example inventory, channels, p99, inconclusive, or a case of list --json."
    )]
    public string Word { get; set; } = "";

    [Value(1, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        ExplanationText.Write(new Explainer(Cli.Models.Load()).Of(Word.Trim()));
        return ExitCode.Fine;
    }
}
