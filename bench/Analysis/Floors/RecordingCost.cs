namespace Bench.Analysis.Floors;

/// <summary>What timing and recording each operation adds to a lane.</summary>
/// <param name="Pattern">Id of the pattern.</param>
/// <param name="Model">Id of the model.</param>
/// <param name="Untimed">The lane, its operations checked and counted.</param>
/// <param name="Recorded">The lane as every run measures it.</param>
/// <param name="Ratio">Recorded ÷ untimed.</param>
public sealed record RecordingCost(
    string Pattern,
    string Model,
    ArmCost Untimed,
    ArmCost Recorded,
    CostRatio Ratio
);
