using Bench.Analysis.ServiceLevels;

namespace Bench.Analysis.Decisions;

/// <summary>
/// Where the answer changes as one threshold moves: an option is shown to keep a threshold up to the far end of its interval, so the
/// answer changes just there.
/// </summary>
internal static class ThresholdSensitivities
{
    /// <summary>One an objective.</summary>
    /// <param name="level">The service level.</param>
    /// <param name="ranked">Options that may be chosen, the cheapest first, whatever they keep.</param>
    /// <param name="chosen">The option chosen; null when nobody keeps the level.</param>
    public static IReadOnlyList<ThresholdSensitivity> Of(
        ServiceLevel level,
        IReadOnlyList<OptionEvidence> ranked,
        OptionEvidence? chosen
    ) => [.. level.Objectives.Select(objective => Of(objective, ranked, chosen))];

    private static ThresholdSensitivity Of(
        ServiceLevelObjective objective,
        IReadOnlyList<OptionEvidence> ranked,
        OptionEvidence? chosen
    )
    {
        var own = chosen is null ? null : On(chosen, objective);
        var looser = Looser(objective, ranked, chosen);
        return new(
            objective,
            own is null ? null : Far(own),
            own is null ? null : Near(own),
            own is null ? null : Then(objective, ranked, chosen!, own),
            looser is null ? null : Far(On(looser, objective)),
            looser?.Name
        );
    }

    /// <summary>The cheapest that keeps everything, and this more strictly than the chosen one.</summary>
    private static string? Then(
        ServiceLevelObjective objective,
        IReadOnlyList<OptionEvidence> ranked,
        OptionEvidence chosen,
        ObjectiveEvidence own
    ) =>
        ranked
            .FirstOrDefault(option =>
                option != chosen
                && option.State == OptionState.Meets
                && IsStricter(objective, Far(On(option, objective)), Far(own))
            )
            ?.Name;

    /// <summary>Of those that fail by this objective alone and would be the answer, the one that is shown to keep the nearest threshold.</summary>
    private static OptionEvidence? Looser(
        ServiceLevelObjective objective,
        IReadOnlyList<OptionEvidence> ranked,
        OptionEvidence? chosen
    ) =>
        ranked
            .TakeWhile(option => option != chosen)
            .Where(option =>
                option.State is OptionState.Misses or OptionState.Undecided
                && option.Objectives.All(other =>
                    other.State == ObjectiveState.Met || other.Objective == objective
                )
                && Far(On(option, objective)) is { } far
                && !objective.IsMetBy(far)
            )
            .OrderBy(option => Far(On(option, objective)) * (objective.IsUpperBound ? 1 : -1))
            .FirstOrDefault();

    private static ObjectiveEvidence On(OptionEvidence option, ServiceLevelObjective objective) =>
        option.Objectives.First(evidence => evidence.Objective == objective);

    private static double? Far(ObjectiveEvidence evidence) =>
        evidence.Objective.IsUpperBound ? evidence.High : evidence.Low;

    private static double? Near(ObjectiveEvidence evidence) =>
        evidence.Objective.IsUpperBound ? evidence.Low : evidence.High;

    private static bool IsStricter(ServiceLevelObjective objective, double? one, double? other) =>
        objective.IsUpperBound ? one < other : one > other;
}
