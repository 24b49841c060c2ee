using Bench.Analysis.Capacity;
using Bench.Analysis.Decisions;

namespace Bench.Reporter.Decisions;

/// <summary>At what load the answer would be another: where the chosen option stops, and where the order changes.</summary>
internal static class ReviewPoints
{
    public static IEnumerable<Point> Of(Decision decision)
    {
        if (decision.Chosen is not { } chosen)
        {
            yield return Point.Of(
                "When the load falls to what the nearest option bears, or the service level is loosened: see the tables."
            );
            yield break;
        }

        yield return Point.Of(Stops(chosen, decision.Requirement));
        if (Outlasting(chosen, decision) is { } other)
        {
            yield return Point.Of(
                $"Beyond that load {other.Name} would still keep the level: it bears {DecisionWords.Capacity(decision.Requirement, other.Headroom!)}."
            );
        }

        if (decision.Crossovers.Count == 0)
        {
            yield return Point.Of(
                $"Whether the order of costs changes at other loads was not looked for: the evidence has no run of {decision.Requirement.Workload.Id} at several loads. Measure some and give them with --from; the standard preset has them for the workloads of the article."
            );
        }

        foreach (var sentence in OrderSentences.Of(decision))
        {
            yield return Point.Of(sentence);
        }
    }

    private static string Stops(OptionEvidence chosen, Requirement requirement) =>
        chosen.Headroom switch
        {
            { State: CapacityState.Found } room =>
                $"When the load nears {DecisionWords.Load(requirement, room.CapacityLow ?? room.Capacity!.Value)}: {chosen.Name} stops keeping the level at {DecisionWords.Capacity(requirement, room)}, where {room.LimitedBy} is missed first.",
            { State: CapacityState.AtLeast } room =>
                $"Beyond {DecisionWords.Load(requirement, room.Capacity!.Value)} nothing is known of {chosen.Name}: more could not be offered here ({room.LimitedBy}).",
            { } room =>
                $"At what load {chosen.Name} stops keeping the level is open: {DecisionWords.Capacity(requirement, room)}.",
            null =>
                $"At what load {chosen.Name} stops keeping the level was not looked for; a larger --budget does.",
        };

    /// <summary>Who is shown to bear more than the chosen one: the lower end of its interval lies beyond the upper end of the other's.</summary>
    private static OptionEvidence? Outlasting(OptionEvidence chosen, Decision decision) =>
        decision
            .Options.Where(option =>
                option != chosen
                && option.Option.IsOnEqualTerms
                && option.Headroom is { Low: { } low, IsKnown: true }
                && low > chosen.Headroom?.High
            )
            .MaxBy(option => option.Headroom!.Low);
}
