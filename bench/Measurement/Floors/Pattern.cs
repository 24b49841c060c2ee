using Bench.Results;

namespace Bench.Measurement.Floors;

/// <summary>What lane and form both do, and how large.</summary>
/// <param name="Facts">What there is to know of it.</param>
/// <param name="Workload">Id of the workload that has it.</param>
/// <param name="Parameters">Of lane and form alike.</param>
public sealed record Pattern(FloorPattern Facts, string Workload, ParameterSet Parameters)
{
    /// <summary>The variant that answers to the pattern, of a model whose default lane does not, by its id.</summary>
    public IReadOnlyDictionary<string, string> Variants { get; init; } = new Dictionary<string, string>();

    /// <summary>The parameters with which lanes time and record each operation, as in every run; null where they do so anyway.</summary>
    public ParameterSet? Recorded { get; init; }

    /// <summary>Parameters for a model whose units are too heavy for the others' size, by its id.</summary>
    public IReadOnlyDictionary<string, ParameterSet> Smaller { get; init; } =
        new Dictionary<string, ParameterSet>();

    /// <summary>True for what has lanes to be held against, false for a bare primitive.</summary>
    public bool HasLanes { get; init; } = true;

    /// <summary>The variant of a model's lane.</summary>
    public string VariantOf(string model) => Variants.GetValueOrDefault(model, VariantName.Default);

    /// <summary>The parameters for a model.</summary>
    public ParameterSet ParametersFor(string model) => Smaller.GetValueOrDefault(model, Parameters);
}
