namespace Bench.Analysis.Capacity;

/// <summary>The highest load that meets a service level: where a launch is as likely to meet it as to miss it.</summary>
/// <param name="State">What the search came to.</param>
/// <param name="Load">The capacity as offered load, or the load that it is at least; null without either.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end of the 95 % interval; null where the capacity is only known to be at least so much.</param>
/// <param name="LimitedBy">The objective that is missed first, or what kept the search from going on; empty when neither is known.</param>
public sealed record CapacityEstimate(
    CapacityState State,
    double? Load = null,
    double? Low = null,
    double? High = null,
    string LimitedBy = ""
)
{
    /// <summary>The estimate of a search that has come to its end.</summary>
    /// <param name="trials">All of its trials.</param>
    /// <param name="lowest">The lowest load that it tries.</param>
    public static CapacityEstimate Of(IReadOnlyList<Trial> trials, int lowest)
    {
        if (trials.FirstOrDefault(trial => trial.Outcome == TrialOutcome.Broken) is { } broken)
        {
            return new(CapacityState.Broken, LimitedBy: broken.Because);
        }

        List<Trial> confirm = [.. trials.Where(trial => trial.Stage == Results.CaseStage.Confirm)];
        var missed = confirm.Where(trial => trial.Outcome == TrialOutcome.Missed).ToList();
        var unmeasured = confirm.Where(trial => trial.Outcome == TrialOutcome.Unmeasured).ToList();
        if (confirm.TrueForAll(trial => trial.Outcome != TrialOutcome.Met))
        {
            return trials.Any(trial => trial.Load <= lowest && trial.Outcome == TrialOutcome.Missed)
                ? new(CapacityState.BelowLowest, LimitedBy: Commonest(trials, TrialOutcome.Missed))
                : new(CapacityState.Undecided, LimitedBy: Commonest(trials, TrialOutcome.Unmeasured));
        }

        return missed.Count > 0 && missed.Count >= unmeasured.Count ? Found(confirm)
            : Sustained(confirm) is { } load ? new(CapacityState.AtLeast, load, load, null, Ceiling(confirm))
            : new(CapacityState.Undecided, LimitedBy: Ceiling(confirm));
    }

    private static string Ceiling(List<Trial> confirm) =>
        Commonest(confirm, TrialOutcome.Unmeasured) is { Length: > 0 } why
            ? why
            : "the highest load that is tried";

    private static CapacityEstimate Found(List<Trial> confirm)
    {
        var (value, low, high) = Threshold.Of([
            .. confirm
                .Where(trial => trial.Outcome is TrialOutcome.Met or TrialOutcome.Missed)
                .Select(trial => ((double)trial.Load, trial.Outcome == TrialOutcome.Met)),
        ]);
        return new(CapacityState.Found, value, low, high, Commonest(confirm, TrialOutcome.Missed));
    }

    // Met more often than missed, on the longer window.
    private static int? Sustained(List<Trial> confirm) =>
        confirm
            .GroupBy(trial => trial.Load)
            .Where(load =>
                load.Count(trial => trial.Outcome == TrialOutcome.Met)
                > load.Count(trial => trial.Outcome == TrialOutcome.Missed)
            )
            .Select(load => (int?)load.Key)
            .Max();

    private static string Commonest(IEnumerable<Trial> trials, TrialOutcome outcome) =>
        trials
            .Where(trial => trial.Outcome == outcome)
            .GroupBy(trial => trial.Because.Split(':')[0])
            .MaxBy(group => group.Count())
            ?.Key
        ?? "";
}
