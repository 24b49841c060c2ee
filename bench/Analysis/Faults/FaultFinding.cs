using Bench.Results;

namespace Bench.Analysis.Faults;

/// <summary>A fault trial and what is to be said of it.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Reason">Why, in a sentence without its full stop.</param>
public sealed record FaultFinding(FaultTrial Trial, FaultOutcome Outcome, string Reason)
{
    /// <summary>Judges a trial: what is held may be neither less than what was acknowledged nor more than that and what is in doubt.</summary>
    public static FaultFinding Of(FaultTrial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var (outcome, reason) = Judge(trial);
        return new(trial, outcome, reason);
    }

    private static (FaultOutcome, string) Judge(FaultTrial trial)
    {
        var unexpected = trial.State - (trial.Acknowledged - trial.Lost) - trial.InDoubt;
        return trial switch
        {
            { Missing: { } missing, IsSkipped: true } => (FaultOutcome.Skipped, missing),
            { Missing: { } missing } => (FaultOutcome.Failed, missing),
            { Acknowledged: 0 } => (FaultOutcome.Failed, "no write was ever acknowledged"),
            { Twice: > 0 } => (
                FaultOutcome.Incorrect,
                $"held twice although each has a number of its own: {Count(trial.Twice)}"
            ),
            _ when unexpected > 0 => (FaultOutcome.Incorrect, $"held although refused: {Count(unexpected)}"),
            { Lost: > 0, IsDurable: true } => (
                FaultOutcome.Incorrect,
                $"acknowledged and lost: {Count(trial.Lost)}"
            ),
            { Lost: > 0 } => (
                FaultOutcome.LostState,
                $"acknowledged, and gone with the memory that held it: {Count(trial.Lost)}{TwoAtOnce(trial)}"
            ),
            _ => (FaultOutcome.Kept, $"every acknowledged write is held, once{TwoAtOnce(trial)}"),
        };
    }

    private static string TwoAtOnce(FaultTrial trial) =>
        trial.TwiceForSeconds is > 0 and var seconds
            ? $"; a node that the others took for dead held its part for {Quantities.Format(seconds, Unit.Seconds)} more, beside theirs"
            : "";

    private static string Count(long writes) =>
        $"{Quantities.Format(writes, Unit.Count)} {(writes == 1 ? "write" : "writes")}";
}
