using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>One configuration of one lane, as text.</summary>
/// <param name="Presets">Where it takes part.</param>
/// <param name="Terms">As told or on equal terms.</param>
/// <param name="Parameters">What is asked of every lane.</param>
/// <param name="Configuration">What this lane changes of it, as told.</param>
/// <param name="OutOfReach">Why the lane cannot do it, or null.</param>
internal sealed record WorkloadCase(
    Presets Presets,
    Terms Terms,
    ParameterSet Parameters,
    ParameterSet Configuration,
    string? OutOfReach
);
