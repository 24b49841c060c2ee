using Bench.Analysis.ServiceLevels;

namespace Bench.Analysis.Decisions;

/// <summary>One objective of one option.</summary>
/// <param name="Objective">The objective.</param>
/// <param name="State">Met, not met or undecided, from the interval alone.</param>
/// <param name="Value">Centre of the launches, in the metric's unit; null when none has the figure.</param>
/// <param name="Low">Lower end of the interval that decides, 99 % over all looks; null when the launches bear none.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Launches">Launches that it rests on.</param>
/// <param name="FurtherRounds">When undecided: further rounds that would probably decide it; null when that cannot be told.</param>
/// <param name="Reason">What a reader must know beside the figures; null when there is nothing.</param>
public sealed record ObjectiveEvidence(
    ServiceLevelObjective Objective,
    ObjectiveState State,
    double? Value,
    double? Low,
    double? High,
    int Launches,
    int? FurtherRounds,
    string? Reason
);
