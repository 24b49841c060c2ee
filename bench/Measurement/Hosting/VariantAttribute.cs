namespace Bench.Measurement.Hosting;

/// <summary>A lane that is not its model's default way but a recognised one.</summary>
/// <param name="id">Lower-case id, unique within model and workload.</param>
/// <param name="presets">The presets that the variant takes part in.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class VariantAttribute(string id, Presets presets) : Attribute
{
    public string Id { get; } = id;
    public Presets Presets { get; } = presets;
}
