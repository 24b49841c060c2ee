namespace Bench.Measurement.Hosting;

/// <summary>Says of a model's assembly that an expert would not use the model for a workload: there is no lane then.</summary>
/// <param name="workload">Id of the workload.</param>
/// <param name="reason">Why not, in a sentence that an expert in the model would sign.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class NotANaturalFitAttribute(string workload, string reason) : Attribute
{
    public string Workload { get; } = workload;
    public string Reason { get; } = reason;
}
