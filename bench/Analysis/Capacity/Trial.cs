using Bench.Analysis.ServiceLevels;
using Bench.Results;

namespace Bench.Analysis.Capacity;

/// <summary>One launch under one load.</summary>
/// <param name="Load">Offered load.</param>
/// <param name="Stage">What it was for: see <see cref="CaseStage"/>.</param>
/// <param name="Outcome">What it says.</param>
/// <param name="Because">Objectives missed, or why nothing could be told; empty when the objectives were met.</param>
public sealed record Trial(int Load, string Stage, TrialOutcome Outcome, string Because = "")
{
    /// <summary>The sample that it rests on; null in simulations.</summary>
    public Sample? Sample { get; init; }

    /// <summary>Holds a sample against a service level.</summary>
    public static Trial Of(int load, string stage, Sample sample, ServiceLevel level)
    {
        var missed = level.MissedBy(sample);
        var unknown = level.Unknown(sample);
        var (outcome, because) = sample switch
        {
            { Status: not SampleStatus.Measured } => (TrialOutcome.Broken, Reasons(sample)),
            { Valid: false } => (TrialOutcome.Unmeasured, Reasons(sample)),
            _ when missed.Count > 0 => (TrialOutcome.Missed, Names(missed)),
            _ when unknown.Count > 0 => (
                TrialOutcome.Unmeasured,
                $"too few operations, or a system that does not tell: no {Names(unknown)}"
            ),
            _ => (TrialOutcome.Met, ""),
        };
        return new(load, stage, outcome, because) { Sample = sample };
    }

    private static string Reasons(Sample sample) => string.Join("; ", sample.InvalidBecause);

    private static string Names(IReadOnlyList<ServiceLevelObjective> objectives) =>
        string.Join(", ", objectives.Select(objective => objective.Metric.Id));
}
