using Bench.Measurement.Load;

namespace Bench.Measurement.Hosting;

/// <summary>A workload's load knob as text.</summary>
/// <param name="Parameter">Name of the parameter that is the offered load, as in case ids.</param>
/// <param name="Start">A load that a search begins with.</param>
/// <param name="HasTold">True when the workload has cases on told terms.</param>
/// <param name="At">The lane's case under a load, on given terms.</param>
internal sealed record LoadControl(
    string Parameter,
    int Start,
    bool HasTold,
    Func<LoadPoint, Terms, WorkloadCase> At
);
