namespace Bench.Results;

/// <summary>A case that a model cannot do, listed with the reason instead of being left out in silence.</summary>
public sealed record UnreachableCase(
    string Case,
    string Workload,
    string Model,
    string Variant,
    string Terms,
    ParameterSet Parameters,
    string Reason
);
