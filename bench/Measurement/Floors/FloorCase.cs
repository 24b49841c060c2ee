using Bench.Results;

namespace Bench.Measurement.Floors;

/// <summary>A lane or a form that is to be measured.</summary>
/// <param name="Arm">What there is to know of it, without launches.</param>
/// <param name="Planned">Its case.</param>
public sealed record FloorCase(FloorArm Arm, PlannedCase Planned);
