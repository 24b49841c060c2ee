using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Measurement.Planning;

/// <summary>The cases of a run and the order in which they are measured.</summary>
/// <param name="Cases">Every case, the A/A copy included.</param>
/// <param name="Unreachable">Cases left out because a model cannot do them.</param>
public sealed record Plan(IReadOnlyList<PlannedCase> Cases, IReadOnlyList<UnreachableCase> Unreachable)
{
    /// <summary>All cases of the lanes in a preset, with one A/A copy so that a run can doubt itself.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="preset">The preset.</param>
    /// <param name="traced">Every case that can be traced also with tracing on, in the same rounds.</param>
    /// <param name="asked">Only these of the cases; null for all.</param>
    public static Plan Of(
        IEnumerable<Lane> lanes,
        Presets preset,
        bool traced = false,
        CasePatterns? asked = null
    )
    {
        var all = lanes
            .SelectMany(lane =>
                lane.Cases(preset).Select(item => (item.Case, item.OutOfReach, lane.CanBeTraced))
            )
            .DistinctBy(item => item.Case.Case)
            .Where(item => (asked ?? CasePatterns.All).Match(item.Case.Case))
            .ToList();
        var cases = all.Where(item => item.OutOfReach is null).Select(item => item.Case).ToList();
        var unreachable = all.Where(item => item.OutOfReach is not null)
            .Select(item => new UnreachableCase(
                item.Case.Case,
                item.Case.Workload,
                item.Case.Model,
                item.Case.Variant,
                item.Case.Terms,
                item.Case.Parameters,
                item.OutOfReach!
            ))
            .ToList();
        var tracedCases = all.Where(item => traced && item is { CanBeTraced: true, OutOfReach: null })
            .Select(item => item.Case.WithTrace());
        return new Plan([.. cases, .. tracedCases, .. SelfCheck(cases, preset)], unreachable);
    }

    /// <summary>One part of this plan, for one of several machines: see <see cref="Planning.Shard"/>.</summary>
    public Plan Part(Shard shard)
    {
        ArgumentNullException.ThrowIfNull(shard);
        return new(shard.Of(Cases), shard.Index == 1 ? Unreachable : []);
    }

    /// <summary>The order of a round, from 1: drawn from the seed, so that a resumed run continues it.</summary>
    public static IReadOnlyList<PlannedCase> Order(IEnumerable<PlannedCase> cases, ulong seed, int round)
    {
        var order = cases.ToArray();
        var random = SplitMix64.For(seed, round);
        random.Shuffle(order.AsSpan());
        return order;
    }

    // The first case of each workload on equal terms; small presets afford one such copy, larger ones all.
    private static IEnumerable<PlannedCase> SelfCheck(List<PlannedCase> cases, Presets preset)
    {
        var firsts = cases
            .Where(planned => planned.Variant == VariantName.Default && planned.Terms == "equal")
            .DistinctBy(planned => planned.Workload)
            .Select(planned => planned with { Replica = 1 });
        return preset <= Presets.Quick ? firsts.TakeLast(1) : firsts;
    }
}
