using Bench.Analysis.Decisions;

namespace Bench.Cli.Json;

/// <summary>How far a threshold can move, in <c>decision.json</c>; in the unit of its metric.</summary>
internal sealed record DecidedThreshold(
    string Objective,
    double? Shown,
    double? Missed,
    string? Then,
    double? LooserAt,
    string? LooserOption
)
{
    public static DecidedThreshold Of(ThresholdSensitivity threshold) =>
        new(
            threshold.Objective.Text,
            threshold.Shown,
            threshold.Missed,
            threshold.Then,
            threshold.LooserAt,
            threshold.LooserOption
        );
}
