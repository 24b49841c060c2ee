namespace Bench.Measurement.Load;

/// <summary>How a workload's offered load is set; a workload that has one can be searched for its capacity.</summary>
/// <typeparam name="TParameters">The workload's parameters.</typeparam>
/// <param name="Parameter">Name of the property that is the offered load.</param>
/// <param name="Start">A load that a search begins with.</param>
/// <param name="At">The workload's parameters under a load.</param>
public sealed record LoadKnob<TParameters>(string Parameter, int Start, Func<LoadPoint, TParameters> At);
