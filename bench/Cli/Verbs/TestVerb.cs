using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>test</c>: run.sh starts the tests itself, because they are a program of their own.</summary>
[Verb("test", HelpText = "The project's own tests; --all with the long simulations. Started by run.sh.")]
[Example("test", "the tests but the long simulations")]
[Example("test --all", "all of them")]
internal sealed class TestVerb : IVerb
{
    [Option("all", HelpText = "With the long simulations.")]
    public bool All { get; set; }

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run() => throw new UserException("the tests are a program of their own: use ./run.sh test");
}
