using Bench.Results;

namespace Bench.Analysis.Faults;

/// <summary>Outcomes and times of fault trials in words.</summary>
public static class FaultWords
{
    public static string Of(FaultOutcome outcome) =>
        outcome switch
        {
            FaultOutcome.Kept => "kept",
            FaultOutcome.LostState => "lost state",
            FaultOutcome.Incorrect => "INCORRECT",
            FaultOutcome.Skipped => "skipped",
            _ => "FAILED",
        };

    /// <summary>From the fault to the first success, or that there was none.</summary>
    public static string FirstSuccess(FaultTrial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return trial.FirstSuccessSeconds is { } seconds ? Quantities.Format(seconds, Unit.Seconds) : "never";
    }

    /// <summary>From the fault to the full rate, or that it never fell or never came back.</summary>
    public static string FullRate(FaultTrial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return trial.FullRateSeconds switch
        {
            null => "never",
            0 => "never left",
            { } seconds => Quantities.Format(seconds, Unit.Seconds),
        };
    }
}
