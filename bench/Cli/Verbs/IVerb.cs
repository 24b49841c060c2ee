namespace Bench.Cli.Verbs;

/// <summary>A verb of the command line, with its options filled in.</summary>
internal interface IVerb
{
    /// <summary>Arguments that the verb has no use for.</summary>
    IEnumerable<string> Surplus { get; }

    /// <returns>The process's exit code.</returns>
    int Run();
}
