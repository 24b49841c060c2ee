namespace Bench.Results;

/// <summary>A lane or a form and what its launches did.</summary>
/// <param name="Role">See <see cref="FloorRole"/>.</param>
/// <param name="Pattern">Id of the pattern.</param>
/// <param name="Model">Id of the model.</param>
/// <param name="Name">Of a lane its model and variant, of a form its id.</param>
/// <param name="Primitive">What a form hands over with; null for a lane.</param>
/// <param name="PublicCode">The public code whose form it has; null for a lane.</param>
/// <param name="Aside">Why the form is shown but not held against the lane; null when it is.</param>
/// <param name="Case">Permanent id of the case.</param>
/// <param name="Source">Path of the code in this repository.</param>
/// <param name="Launches">In the order of their rounds.</param>
public sealed record FloorArm(
    string Role,
    string Pattern,
    string Model,
    string Name,
    string? Primitive,
    string? PublicCode,
    string? Aside,
    string Case,
    string Source,
    IReadOnlyList<FloorLaunch> Launches
);
