using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Gating;

/// <summary>The cases of a gate: each twice, by head and by base, and what of them cannot be compared.</summary>
/// <param name="Cases">
/// In such an order that its beginning has all workloads in it, should time not suffice for all; the first case has an A/A copy.
/// </param>
/// <param name="Omitted">Chosen cases without a counterpart.</param>
internal sealed record GateCases(IReadOnlyList<PlannedCase> Cases, IReadOnlyList<OmittedCase> Omitted)
{
    /// <param name="lanes">The lanes chosen.</param>
    /// <param name="preset">Size of their cases.</param>
    /// <param name="asked">Which of the cases.</param>
    public static IReadOnlyList<PlannedCase> Chosen(
        IReadOnlyList<Lane> lanes,
        Presets preset,
        CasePatterns asked
    ) =>
        [
            .. Plan.Of(lanes, preset, asked: asked)
                .Cases.Where(planned => planned.Replica == 0)
                .GroupBy(planned => planned.Workload)
                .SelectMany(workload => workload.Index())
                .OrderBy(place => place.Index)
                .Select(place => place.Item),
        ];

    /// <summary>Ids of every case that these lanes have, in any preset.</summary>
    public static IReadOnlySet<string> Known(IEnumerable<Lane> lanes) =>
        lanes
            .SelectMany(lane => lane.Cases(PresetName.Any))
            .Select(item => item.Case.Case)
            .ToHashSet(StringComparer.Ordinal);

    /// <param name="chosen">The chosen cases.</param>
    /// <param name="reference">The build that is compared with.</param>
    /// <param name="head">The build that is judged.</param>
    /// <param name="known">Ids of every case that this program knows.</param>
    public static GateCases Of(
        IReadOnlyList<PlannedCase> chosen,
        GateBuild reference,
        GateBuild head,
        IReadOnlySet<string> known
    )
    {
        var judged = chosen.ToLookup(planned => reference.WhyNot(planned) ?? head.WhyNot(planned) ?? "");
        List<PlannedCase> pairs = [.. judged[""].SelectMany(planned => new[] { planned, planned.OfBase() })];
        var lanes = chosen.Select(planned => LaneOf(planned.Case)).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. pairs, .. pairs.Take(1).Select(planned => planned with { Replica = 1 })],
            [
                .. judged
                    .Where(group => group.Key.Length > 0)
                    .SelectMany(group => group.Select(planned => new OmittedCase(planned.Case, group.Key))),
                .. (reference.Cases ?? new HashSet<string>())
                    .Where(id => !known.Contains(id) && lanes.Contains(LaneOf(id)))
                    .Order(StringComparer.Ordinal)
                    .Select(id => new OmittedCase(id, $"only {reference.Side.Name} has it")),
            ]
        );
    }

    // Of workload/model[:variant]/terms/parameters the first two.
    private static string LaneOf(string id) => string.Join('/', id.Split('/').Take(2));
}
