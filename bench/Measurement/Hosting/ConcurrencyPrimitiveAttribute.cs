namespace Bench.Measurement.Hosting;

/// <summary>
/// Names a primitive of concurrency that a model's library brings and that .NET does not have: it counts as one that a reader of
/// the model's lanes has to know.
/// </summary>
/// <param name="name">What it is called in tables.</param>
/// <param name="identifiers">Identifiers under which code meets it; parts of one primitive (a link and its options) are one.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ConcurrencyPrimitiveAttribute(string name, params string[] identifiers) : Attribute
{
    public string Name { get; } = name;
    public IReadOnlyList<string> Identifiers { get; } = identifiers;
}
