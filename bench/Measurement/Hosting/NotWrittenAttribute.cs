namespace Bench.Measurement.Hosting;

/// <summary>
/// Says of a model's assembly that it has lanes for some workloads only, and that nothing but the work of writing them keeps it from
/// the others: unlike <see cref="NotANaturalFitAttribute"/>, which is about the model.
/// </summary>
/// <param name="reason">Why those and no others, in a sentence.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class NotWrittenAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
