using Bench.Analysis.ServiceLevels;
using Bench.Results;

namespace Bench.Analysis.Capacity;

/// <summary>A capacity run, finished or under way.</summary>
/// <param name="Plan">What it looks for.</param>
/// <param name="Level">The service level.</param>
/// <param name="Lanes">The lanes, in the order of the plan.</param>
public sealed record CapacityAnalysis(
    CapacityPlan Plan,
    ServiceLevel Level,
    IReadOnlyList<LaneCapacity> Lanes
)
{
    /// <summary>True when every search came to an answer; "at least so much" and "none" are answers, too.</summary>
    public bool IsDecided =>
        Lanes.All(lane => lane.Estimate.State is not (CapacityState.Undecided or CapacityState.Unfinished));

    /// <summary>Null when the manifest is of another kind of run.</summary>
    /// <exception cref="ResultsException">The manifest's service level cannot be read.</exception>
    public static CapacityAnalysis? Of(RunManifest manifest, IReadOnlyList<Sample> samples)
    {
        if (manifest.Capacity is not { } plan)
        {
            return null;
        }

        var level = Read(plan.Slo);
        var stages = manifest
            .Cases.Where(planned => planned.Stage is not null)
            .ToDictionary(planned => planned.Case);
        var byLane = samples
            .Where(sample => stages.ContainsKey(sample.Case))
            .OrderBy(sample => sample.Round)
            .ToLookup(sample => (sample.Workload, sample.Model, sample.Variant, sample.Terms));
        return new(
            plan,
            level,
            [
                .. plan.Targets.Select(target => new LaneCapacity(
                    target,
                    plan,
                    level,
                    [
                        .. byLane[(target.Workload, target.Model, target.Variant, target.Terms)]
                            .Select(sample =>
                                Trial.Of(
                                    (int)(sample.Parameters.Number(target.Parameter) ?? 0),
                                    stages[sample.Case].Stage!,
                                    sample,
                                    level
                                )
                            ),
                    ]
                )),
            ]
        );
    }

    private static ServiceLevel Read(string text)
    {
        try
        {
            return ServiceLevel.Parse(text);
        }
        catch (FormatException error)
        {
            throw new ResultsException($"manifest.json: capacity.slo '{text}': {error.Message}", error);
        }
    }
}
