using Bench.Results;

namespace Bench.Analysis.Claims;

/// <summary>Names a case by as few parameters as pick it.</summary>
/// <param name="Workload">Id of the workload.</param>
/// <param name="Model">Id of the model.</param>
/// <param name="Variant">Variant of the model; <c>default</c> for its own.</param>
/// <param name="Terms">Among which of the workload's cases it is looked for.</param>
/// <param name="Parameters">What tells the case from the workload's others.</param>
/// <param name="Line">Line of the file, from 1.</param>
public sealed record ClaimArm(
    string Workload,
    string Model,
    string Variant,
    string Terms,
    ParameterSet Parameters,
    int Line
)
{
    /// <summary>True for the case with tracing on.</summary>
    public bool Traced { get; init; }

    /// <summary>Model, with the variant unless it is the default, as in the names of arms.</summary>
    public string Name => VariantName.Of(Model, Variant, "/") + (Traced ? PlannedCase.TraceSuffix : "");

    /// <summary>All of it in one line.</summary>
    public string Words =>
        $"{Workload} of {Name} on {Terms} terms{(Parameters.Count == 0 ? "" : $" with {Parameters}")}";

    public bool Selects(PlannedCase planned) =>
        planned is { Replica: 0, Slowdown: null, Build: null }
        && planned.Traced == Traced
        && Selects(planned.Workload, planned.Model, planned.Variant, planned.Terms, planned.Parameters);

    public bool Selects(UnreachableCase item) =>
        Selects(item.Workload, item.Model, item.Variant, item.Terms, item.Parameters);

    /// <summary>True when it is the same case, wherever it is written.</summary>
    public bool IsSame(ClaimArm? other) => other is not null && other with { Line = Line } == this;

    private bool Selects(
        string workload,
        string model,
        string variant,
        string terms,
        ParameterSet parameters
    ) =>
        (workload, model, variant, terms) == (Workload, Model, Variant, Terms)
        && Parameters.All(item => parameters[item.Key] == item.Value)
        // Unless it names a real backend it speaks of the simulated one.
        && BackendName.Of(parameters) == BackendName.Of(Parameters);
}
