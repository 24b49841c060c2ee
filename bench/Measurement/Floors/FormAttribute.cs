namespace Bench.Measurement.Floors;

/// <summary>
/// Marks a lane that does what a model's own public benchmark does, in its form. It also bears a variant in no preset, so
/// that nothing ranks or lists it.
/// </summary>
/// <param name="model">Id of the model whose lanes it is held against.</param>
/// <param name="primitive">What it hands over with, in a few words.</param>
/// <param name="publicCode">The public code whose form it has.</param>
/// <param name="patterns">Ids of the patterns that it does: see <see cref="Patterns"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FormAttribute(string model, string primitive, string publicCode, params string[] patterns)
    : Attribute
{
    public string Model { get; } = model;
    public string Primitive { get; } = primitive;
    public string PublicCode { get; } = publicCode;
    public IReadOnlyList<string> Patterns { get; } = patterns;

    /// <summary>Why it is shown but not held against the lane; null when it is.</summary>
    public string? Aside { get; init; }
}
