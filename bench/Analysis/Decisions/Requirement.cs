using Bench.Analysis.ServiceLevels;
using Bench.Results;

namespace Bench.Analysis.Decisions;

/// <summary>What is asked of the options, and by what those that do it are told apart.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Parameter">Name of the parameter that is the offered load, such as <c>users</c>.</param>
/// <param name="Load">The offered load.</param>
/// <param name="Level">The service level.</param>
/// <param name="Weights">What counts how much among those that keep it.</param>
public sealed record Requirement(
    WorkloadFacts Workload,
    string Parameter,
    int Load,
    ServiceLevel Level,
    Weights Weights
)
{
    /// <summary>The criteria, those without weight included.</summary>
    public IReadOnlyList<Criterion> Criteria => Criterion.For(Level);
}
