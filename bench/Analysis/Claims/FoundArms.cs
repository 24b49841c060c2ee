namespace Bench.Analysis.Claims;

/// <summary>What the runs have of the arms of a comparison.</summary>
/// <param name="Run">The run that they are of.</param>
/// <param name="Arms">In the order asked for; empty when they are not all there.</param>
/// <param name="SharedRounds">Rounds in which all of them were launched, whatever came of it.</param>
/// <param name="OutOfReach">Why a model cannot do one of them; null when none is out of reach.</param>
/// <param name="Ambiguous">What several cases of the run answer to; null when nothing.</param>
internal sealed record FoundArms(
    RunAnalysis? Run,
    IReadOnlyList<Arm> Arms,
    int SharedRounds,
    string? OutOfReach,
    string? Ambiguous
);
