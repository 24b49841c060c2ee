using Bench.Analysis.Capacity;
using Bench.Analysis.Pitfalls;
using Bench.Results;

namespace Bench.Analysis.Decisions;

/// <summary>Puts together what is known of each option.</summary>
/// <param name="requirement">What is asked.</param>
/// <param name="pool">The launches at the load asked for.</param>
/// <param name="capacities">The searches for capacities; may be none.</param>
/// <param name="pitfalls">Pitfalls as tried; may be none.</param>
internal sealed class OptionJudge(
    Requirement requirement,
    RunAnalysis pool,
    IReadOnlyList<LaneCapacity> capacities,
    IReadOnlyList<PitfallFinding> pitfalls
)
{
    public OptionEvidence Of(Option option)
    {
        var arm = pool
            .Scenarios.SelectMany(scenario => scenario.Arms)
            .FirstOrDefault(planned => planned.Case.Case == option.Case.Case && planned.Case.Replica == 0);
        IReadOnlyList<ObjectiveEvidence> objectives = arm is null
            ? []
            : [.. requirement.Level.Objectives.Select(objective => ObjectiveJudge.Of(arm, objective))];
        return new(
            option,
            State(option, arm, objectives),
            objectives,
            arm is null
                ? []
                : [.. requirement.Criteria.Select(criterion => CostOf(arm, criterion)).OfType<Cost>()],
            HeadroomOf(option),
            pool.Code.MetricsOf(option.Case.Source),
            [.. pitfalls.Where(finding => finding.Pitfall.Control == option.Case.Model)],
            arm
        );
    }

    private static OptionState State(Option option, Arm? arm, IReadOnlyList<ObjectiveEvidence> objectives) =>
        option.OutOfReach is not null || arm is null ? OptionState.OutOfReach
        : arm.Refused.Any(refusal => refusal.Status != SampleStatus.Measured) ? OptionState.Broken
        : objectives.Any(objective => objective.State == ObjectiveState.Missed) ? OptionState.Misses
        : objectives.All(objective => objective.State == ObjectiveState.Met) ? OptionState.Meets
        : OptionState.Undecided;

    private Cost? CostOf(Arm arm, Criterion criterion)
    {
        if (criterion.Metric is null)
        {
            return pool.Code.MetricsOf(arm.Case.Source) is { } code
                ? new(criterion, code.Statements, null, null)
                : null;
        }

        // A criterion is a factor of a product: what is zero or absent has no place in it.
        double[] values =
        [
            .. arm.Values(criterion.Metric).OrderBy(pair => pair.Key).Select(pair => pair.Value),
        ];
        return values.Length == 0 || Array.Exists(values, value => value <= 0)
            ? null
            : CostOf(criterion, arm.Looks.Judged([.. values.Select(value => Math.Log(value))]), arm.Looks);
    }

    // As objectives are estimated, so that a figure is the same wherever it stands.
    private static Cost CostOf(Criterion criterion, IReadOnlyList<double> logs, Looks looks)
    {
        if (logs.Count == 1)
        {
            return new(criterion, Math.Exp(logs[0]), null, null);
        }

        var estimate = StudentLogRatio.Of(logs);
        var (low, high) = estimate.Interval(looks.Level(PairedRounds.DifferenceLevel));
        return new(criterion, Math.Exp(estimate.Centre), Math.Exp(low), Math.Exp(high));
    }

    private Headroom? HeadroomOf(Option option)
    {
        var planned = option.Case;
        var lane = capacities.FirstOrDefault(search =>
            (search.Target.Workload, search.Target.Model, search.Target.Variant, search.Target.Terms)
            == (planned.Workload, planned.Model, planned.Variant, planned.Terms)
        );
        return lane is null ? null : Headroom.Of(lane, requirement.Load);
    }
}
