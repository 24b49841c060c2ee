using Bench.Analysis.Code;
using Bench.Analysis.Pitfalls;

namespace Bench.Analysis.Decisions;

/// <summary>All that is known of one option.</summary>
/// <param name="Option">The option.</param>
/// <param name="State">Whether it keeps the service level at the load asked for.</param>
/// <param name="Objectives">Each objective; empty for one that is out of reach.</param>
/// <param name="Costs">What it takes, by criterion; those without a figure are left out.</param>
/// <param name="Headroom">How much more load it bears; null when nobody looked.</param>
/// <param name="Code">Its code as counted; null when the evidence did not keep it.</param>
/// <param name="Risks">Pitfalls of its model, as tried on this machine.</param>
/// <param name="Arm">Its launches; null for one that is out of reach.</param>
public sealed record OptionEvidence(
    Option Option,
    OptionState State,
    IReadOnlyList<ObjectiveEvidence> Objectives,
    IReadOnlyList<Cost> Costs,
    Headroom? Headroom,
    CodeMetrics? Code,
    IReadOnlyList<PitfallFinding> Risks,
    Arm? Arm
)
{
    public string Name => Option.Name;

    /// <summary>Its cost in a criterion; null when it has none.</summary>
    public Cost? Of(Criterion criterion) => Costs.FirstOrDefault(cost => cost.Criterion.Id == criterion.Id);

    /// <summary>The objectives that are not met.</summary>
    public IEnumerable<ObjectiveEvidence> Missed => In(ObjectiveState.Missed);

    /// <summary>The objectives that are open.</summary>
    public IEnumerable<ObjectiveEvidence> Open => In(ObjectiveState.Undecided);

    /// <summary>Further launches that would probably decide every open objective; null when that cannot be told.</summary>
    public int? FurtherRounds =>
        Open.Any(objective => objective.FurtherRounds is null)
            ? null
            : Open.Max(objective => objective.FurtherRounds);

    private IEnumerable<ObjectiveEvidence> In(ObjectiveState state) =>
        Objectives.Where(objective => objective.State == state);
}
