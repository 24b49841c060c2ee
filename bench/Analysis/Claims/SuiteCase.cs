using Bench.Results;

namespace Bench.Analysis.Claims;

/// <summary>A case that the suite can measure, for checking claims against.</summary>
/// <param name="Case">The case.</param>
/// <param name="Presets">The presets that it takes part in.</param>
public sealed record SuiteCase(PlannedCase Case, IReadOnlyList<string> Presets);
