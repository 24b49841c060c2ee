namespace Bench.Results;

/// <summary>A workload that a model does not do because it is not a natural fit.</summary>
/// <param name="Model">Id of the model.</param>
/// <param name="Workload">Id of the workload.</param>
/// <param name="Reason">Why an expert would not use the model for it.</param>
public sealed record LeftOut(string Model, string Workload, string Reason);
