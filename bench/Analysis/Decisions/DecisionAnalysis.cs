using Bench.Analysis.Capacity;
using Bench.Analysis.Pitfalls;

namespace Bench.Analysis.Decisions;

/// <summary>
/// Decides: of the options on equal terms that are shown to keep the service level, the one that costs least by the weights. Those as told
/// are judged alike and stand beside it, for more than the model differs there.
/// </summary>
public static class DecisionAnalysis
{
    /// <param name="requirement">What is asked.</param>
    /// <param name="options">The options.</param>
    /// <param name="runs">The runs that evidence is taken from, at least one.</param>
    /// <param name="capacities">Searches for capacities under the same service level.</param>
    /// <param name="pitfalls">Pitfalls as tried on this machine.</param>
    public static Decision Of(
        Requirement requirement,
        IReadOnlyList<Option> options,
        IReadOnlyList<EvidenceRun> runs,
        IReadOnlyList<LaneCapacity> capacities,
        IReadOnlyList<PitfallFinding> pitfalls
    )
    {
        var pool = EvidencePool.Of(runs, options);
        var judge = new OptionJudge(requirement, pool, capacities, pitfalls);
        List<OptionEvidence> all =
        [
            .. options.OrderByDescending(option => option.IsOnEqualTerms).Select(judge.Of),
        ];
        var ranked = Ranked(all, requirement, out var scoring);
        var meeting = ranked.FindAll(option =>
            option.State == OptionState.Meets && option.Option.IsOnEqualTerms
        );
        var chosen = Unbeaten(meeting, scoring);
        var open = Open(all, chosen, scoring);
        var nearest = chosen is null ? Nearest(all) : null;
        var reference = chosen ?? ranked.Find(open.Contains) ?? ranked.Find(option => option == nearest);
        var scores = reference is null ? [] : Scores(reference, ranked, scoring);
        var tied = meeting.FindAll(option => option != chosen && !IsDearer(option, scores));
        return new()
        {
            Requirement = requirement,
            Outcome =
                open.Count > 0 ? DecisionOutcome.Inconclusive
                : chosen is null ? DecisionOutcome.NobodyMeets
                : tied.Count > 0 ? DecisionOutcome.Tied
                : DecisionOutcome.Chosen,
            Options = all,
            Chosen = chosen,
            Tied = tied,
            Open = open,
            Nearest = nearest,
            Reference = reference,
            Scores = scores,
            Criteria = scoring.Criteria,
            LeftOut = scoring.LeftOut,
            Weights = chosen is null
                ? []
                : WeightSensitivities.Of(
                    chosen,
                    meeting.FindAll(option => option != chosen),
                    scoring,
                    requirement.Weights
                ),
            Thresholds = ThresholdSensitivities.Of(
                requirement.Level,
                ranked.FindAll(option => option.Option.IsOnEqualTerms),
                chosen
            ),
            Crossovers = LoadCrossovers.Of(requirement, runs, chosen),
            Pool = pool,
        };
    }

    /// <summary>Options with launches, the cheapest first.</summary>
    private static List<OptionEvidence> Ranked(
        List<OptionEvidence> all,
        Requirement requirement,
        out Scoring scoring
    )
    {
        var able = all.FindAll(option =>
            option.State is not (OptionState.Broken or OptionState.OutOfReach)
            && option.Arm is { Samples.Count: > 0 }
        );
        scoring = new(able, requirement);
        return [.. scoring.Order(able)];
    }

    /// <summary>The first that no other is shown to undercut; the first of all when there is none.</summary>
    private static OptionEvidence? Unbeaten(List<OptionEvidence> meeting, Scoring scoring) =>
        meeting.Find(leader =>
            meeting.TrueForAll(other => scoring.Beside(leader, other).Outcome != Outcome.Better)
        ) ?? meeting.FirstOrDefault();

    private static List<Score> Scores(OptionEvidence leader, List<OptionEvidence> ranked, Scoring scoring) =>
        [
            .. ranked
                .Select(option => scoring.Beside(leader, option))
                .OrderBy(score => score.Ratio ?? double.PositiveInfinity),
        ];

    /// <summary>Those on equal terms whose level is open, measured or not, and who are not shown to be dearer than the chosen one.</summary>
    private static List<OptionEvidence> Open(
        List<OptionEvidence> all,
        OptionEvidence? chosen,
        Scoring scoring
    ) =>
        all.FindAll(option =>
            option.State == OptionState.Undecided
            && option.Option.IsOnEqualTerms
            && (
                chosen is null
                || option.Arm is not { Samples.Count: > 0 }
                || scoring.Beside(chosen, option).Outcome != Outcome.Worse
            )
        );

    private static bool IsDearer(OptionEvidence option, List<Score> scores) =>
        scores.Find(score => score.Option == option) is { Outcome: Outcome.Worse };

    private static OptionEvidence? Nearest(List<OptionEvidence> all) =>
        all.Where(option =>
                option.Option.IsOnEqualTerms && option.State is OptionState.Misses or OptionState.Undecided
            )
            .OrderByDescending(option => option.Headroom?.Ratio ?? 0)
            .ThenBy(WorstExcess)
            .FirstOrDefault();

    private static double WorstExcess(OptionEvidence option) =>
        option
            .Objectives.Where(objective => objective.Value is not null)
            .Select(objective =>
                objective.Objective.IsUpperBound
                    ? objective.Value!.Value / objective.Objective.Threshold
                    : objective.Objective.Threshold / objective.Value!.Value
            )
            .DefaultIfEmpty(double.PositiveInfinity)
            .Max();
}
