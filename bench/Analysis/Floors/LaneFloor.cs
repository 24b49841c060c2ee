namespace Bench.Analysis.Floors;

/// <summary>A lane held against the public forms of its model.</summary>
/// <param name="Pattern">Id of the pattern.</param>
/// <param name="Model">Id of the model.</param>
/// <param name="Lane">The lane, untimed as the forms are.</param>
/// <param name="Best">The form beside which the lane costs most; null when there is none with figures.</param>
/// <param name="Against">The lane's cost ÷ that form's, and what is said of the lane against all forms.</param>
public sealed record LaneFloor(string Pattern, string Model, ArmCost Lane, ArmCost? Best, CostRatio Against);
