namespace Bench.Analysis;

/// <summary>Two arms of one scenario whose comparison is among the first that a run is read for.</summary>
/// <param name="Scenario">Where both were measured.</param>
/// <param name="Baseline">The arm compared with.</param>
/// <param name="Contender">The arm that a verdict on the pair speaks of.</param>
public sealed record HeadlinePair(Scenario Scenario, Arm Baseline, Arm Contender);
