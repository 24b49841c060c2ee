namespace Bench.Measurement.Faults;

/// <summary>Says of a model's assembly that its program does fault trials (<c>--fault FILE</c>).</summary>
/// <param name="isDurable">True when the model promises to keep what it has acknowledged, whatever happens to a node.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class FaultTargetAttribute(bool isDurable) : Attribute
{
    public bool IsDurable { get; } = isDurable;
}
