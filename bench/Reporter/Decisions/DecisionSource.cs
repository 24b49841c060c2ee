namespace Bench.Reporter.Decisions;

/// <summary>One folder that evidence comes from.</summary>
/// <param name="What">What was measured there.</param>
/// <param name="Folder">The folder.</param>
/// <param name="Run">Id of the run.</param>
/// <param name="Command">The command that repeats it; empty when it has none.</param>
/// <param name="Commit">The suite's commit; null outside a checkout.</param>
/// <param name="Samples">Samples of it that the decision looked at.</param>
public sealed record DecisionSource(
    string What,
    string Folder,
    string Run,
    string Command,
    string? Commit,
    int Samples
)
{
    /// <summary>What the source of pitfalls is called: it is no measurement of an option.</summary>
    public const string Pitfalls = "Pitfalls";
}
