namespace Bench.Analysis.Floors;

/// <summary>A public form, or a bare primitive, and what it costs.</summary>
/// <param name="Pattern">Id of the pattern.</param>
/// <param name="Model">Id of the model.</param>
/// <param name="Form">The form.</param>
/// <param name="Aside">Why it is not held against the lane; null when it is.</param>
/// <param name="Lane">The lane's cost ÷ the form's; null for a bare primitive.</param>
public sealed record FormCost(string Pattern, string Model, ArmCost Form, string? Aside, CostRatio? Lane);
