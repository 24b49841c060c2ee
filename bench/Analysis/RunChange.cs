namespace Bench.Analysis;

/// <summary>A case that two runs have, the later against the earlier.</summary>
/// <param name="Scenario">Where the later run has it.</param>
/// <param name="Before">What the earlier run measured.</param>
/// <param name="After">What the later run measured.</param>
/// <param name="Metric">In what they are compared.</param>
/// <param name="Verdict">On after against before, as one of the family that it was asked for in.</param>
public sealed record RunChange(Scenario Scenario, Arm Before, Arm After, Metric Metric, Verdict Verdict);
