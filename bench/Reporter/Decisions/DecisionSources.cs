namespace Bench.Reporter.Decisions;

/// <summary>Where a decision's evidence is, and how it is made again.</summary>
/// <param name="Date">When the record was written, UTC.</param>
/// <param name="Command">The command that repeats the decision.</param>
/// <param name="Again">The command that decides again from the evidence that is there, measuring on with a new budget.</param>
/// <param name="Runs">What was measured, in words, with the folder and the command of each run.</param>
/// <param name="RoundSeconds">How long a round of the options that are open takes, seconds; null when that is not known.</param>
/// <param name="Ended">Why measuring ended before everything was looked for; null when it did not.</param>
public sealed record DecisionSources(
    DateTimeOffset Date,
    string Command,
    string Again,
    IReadOnlyList<DecisionSource> Runs,
    double? RoundSeconds = null,
    string? Ended = null
);
