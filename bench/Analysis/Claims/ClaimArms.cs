namespace Bench.Analysis.Claims;

/// <summary>The arms of a part on one kind of terms.</summary>
/// <param name="Contenders">The first decides the part, the others are lines beside it; empty where the whole run is judged.</param>
/// <param name="Baseline">What contenders are compared with; null where a value is judged.</param>
/// <param name="Line">Line of the file, from 1.</param>
public sealed record ClaimArms(IReadOnlyList<ClaimArm> Contenders, ClaimArm? Baseline, int Line);
