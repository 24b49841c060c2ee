using Bench.Results;

namespace Bench.Analysis;

/// <summary>One figure of a sample that arms are compared by. Two metrics with the same id are equal.</summary>
/// <param name="Id">Permanent camelCase id, as in <c>compare --metric</c>.</param>
/// <param name="Title">A few words for a heading or an axis.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="HigherIsBetter">True for rates, false for latency, memory and other costs.</param>
/// <param name="Select">The figure of one sample, or null when the sample does not have it.</param>
public sealed record Metric(
    string Id,
    string Title,
    Unit Unit,
    bool HigherIsBetter,
    Func<Sample, double?> Select
)
{
    public bool Equals(Metric? other) => string.Equals(Id, other?.Id, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <summary>A value of this metric with its unit.</summary>
    public string Format(double value) => Quantities.Format(value, Unit);
}
