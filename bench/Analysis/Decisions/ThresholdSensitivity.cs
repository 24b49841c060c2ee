using Bench.Analysis.ServiceLevels;

namespace Bench.Analysis.Decisions;

/// <summary>How far one threshold can move until the answer changes, all others as they are.</summary>
/// <param name="Objective">The objective.</param>
/// <param name="Shown">The strictest threshold that the chosen option is still shown to keep; null when none is chosen.</param>
/// <param name="Missed">From this threshold on (stricter still) it is shown not to keep it; null when none is chosen.</param>
/// <param name="Then">Who is the answer at a threshold just stricter than <paramref name="Shown"/>; null for nobody.</param>
/// <param name="LooserAt">The nearest laxer threshold at which another option is shown to keep everything and becomes the answer; null when there is none.</param>
/// <param name="LooserOption">Its name.</param>
public sealed record ThresholdSensitivity(
    ServiceLevelObjective Objective,
    double? Shown,
    double? Missed,
    string? Then,
    double? LooserAt,
    string? LooserOption
);
