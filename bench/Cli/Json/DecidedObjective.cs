using Bench.Analysis.Decisions;

namespace Bench.Cli.Json;

/// <summary>An objective of an option of <c>decision.json</c>; figures in the unit named, threshold included.</summary>
internal sealed record DecidedObjective(
    string Objective,
    string Metric,
    string Unit,
    double Threshold,
    ObjectiveState State,
    double? Value,
    double? Low,
    double? High,
    int Launches,
    int? FurtherRounds,
    string? Reason
)
{
    public static DecidedObjective Of(ObjectiveEvidence evidence) =>
        new(
            evidence.Objective.Text,
            evidence.Objective.Metric.Id,
            evidence.Objective.Metric.Unit.ToString().ToLowerInvariant(),
            evidence.Objective.Threshold,
            evidence.State,
            Finite(evidence.Value),
            Finite(evidence.Low),
            Finite(evidence.High),
            evidence.Launches,
            evidence.FurtherRounds,
            evidence.Reason
        );

    private static double? Finite(double? value) =>
        value is { } number && double.IsFinite(number) ? number : null;
}
