namespace Bench.DurableGrains;

/// <summary>Says of a node's work which workload it is for.</summary>
/// <param name="workload">Id of the workload.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KeepsAttribute(string workload) : Attribute
{
    public string Workload => workload;
}
