namespace Bench.Measurement.Pitfalls;

/// <summary>
/// Marks a lane that is wrong on purpose. It also bears a variant in no preset, so that nothing ranks or lists it, and its
/// only configuration is the case that brings the fault about.
/// </summary>
/// <param name="title">The fault in a few words.</param>
/// <param name="control">Id of the model whose ordinary lane does the same case rightly.</param>
/// <param name="detectors">Ids of the detectors any of which must call the lane.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PitfallAttribute(string title, string control, params string[] detectors) : Attribute
{
    public string Title { get; } = title;
    public string Control { get; } = control;
    public IReadOnlyList<string> Detectors { get; } = detectors;

    /// <summary>What the lane does wrong.</summary>
    public required string Wrong { get; init; }

    /// <summary>What an engineer would see in production.</summary>
    public required string Seen { get; init; }

    /// <summary>What to do instead.</summary>
    public required string Mend { get; init; }
}
