using System.Reflection;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Measurement.Pitfalls;

/// <summary>A lane that is wrong on purpose and the ordinary lane that does the same case rightly.</summary>
/// <param name="Facts">What there is to know of it.</param>
/// <param name="Wrong">The case of the wrong lane.</param>
/// <param name="Right">The same case of the right lane.</param>
public sealed record Pitfall(PitfallFacts Facts, PlannedCase Wrong, PlannedCase Right)
{
    /// <summary>All pitfalls of an assembly, found by type, ordered by id.</summary>
    /// <param name="pitfalls">Their assembly.</param>
    /// <param name="lanes">The ordinary lanes, the right ones among them.</param>
    /// <exception cref="InvalidOperationException">A lane of the assembly is no pitfall, or its right lane is missing.</exception>
    public static IReadOnlyList<Pitfall> Of(Assembly pitfalls, IReadOnlyList<Lane> lanes) =>
        [
            .. Lanes
                .Of(pitfalls)
                .Select(wrong => Of(wrong, lanes))
                .OrderBy(pitfall => pitfall.Facts.Id, StringComparer.Ordinal),
        ];

    private static Pitfall Of(Lane wrong, IReadOnlyList<Lane> lanes)
    {
        var mark =
            wrong.Type.GetCustomAttribute<PitfallAttribute>()
            ?? throw new InvalidOperationException($"{wrong.Source} has no [Pitfall(…)]");
        var right =
            lanes.FirstOrDefault(lane =>
                lane.Workload.Id == wrong.Workload.Id
                && lane.Model.Id == mark.Control
                && lane.Variant == VariantName.Default
            )
            ?? throw new InvalidOperationException(
                $"{wrong.Source}: there is no lane {wrong.Workload.Id}/{mark.Control}"
            );
        var planned = wrong.Smallest();
        return new(
            new(
                wrong.Variant,
                mark.Title,
                wrong.Workload.Id,
                mark.Control,
                mark.Detectors,
                mark.Wrong,
                mark.Seen,
                mark.Mend,
                wrong.Source
            ),
            planned,
            right.Like(planned)
        );
    }
}
