using Bench.Analysis;
using Bench.Analysis.Decisions;
using Bench.Reporter.Content;

namespace Bench.Reporter.Decisions;

/// <summary>The answer in a title and a paragraph.</summary>
public static class DecisionVerdict
{
    /// <summary>Problem and answer in a line.</summary>
    public static string Title(Decision decision)
    {
        var asked = $"{decision.Requirement.Workload.Id} at {DecisionWords.Asked(decision.Requirement)}";
        return decision.Outcome switch
        {
            DecisionOutcome.Chosen => $"Use {decision.Chosen!.Name} for {asked}",
            DecisionOutcome.Tied => $"Use {Candidates(decision, "or")} for {asked}",
            DecisionOutcome.NobodyMeets => $"No concurrency model keeps the service level of {asked}",
            _ => $"Which concurrency model for {asked}: not decided yet",
        };
    }

    /// <summary>The answer, with what it rests on.</summary>
    public static string Paragraph(Decision decision) =>
        decision.Outcome switch
        {
            DecisionOutcome.Chosen =>
                $"{Keeps(decision, decision.Chosen!)} {Least(decision)} {Room(decision, decision.Chosen!)}",
            DecisionOutcome.Tied =>
                $"{Keeps(decision, decision.Chosen!)} {Tie(decision)} {Room(decision, decision.Chosen!)}",
            DecisionOutcome.NobodyMeets => Nobody(decision),
            _ => Open(decision),
        };

    internal static string Kind(Decision decision) =>
        decision.Outcome switch
        {
            DecisionOutcome.Chosen or DecisionOutcome.Tied => Remark.Good,
            DecisionOutcome.NobodyMeets => Remark.Warning,
            _ => Remark.Note,
        };

    /// <summary>How many options on equal terms keep the level, of how many.</summary>
    internal static string Count(Decision decision)
    {
        var equal = decision.Options.Where(option => option.Option.IsOnEqualTerms).ToList();
        var keep = equal.Count(option => option.State == OptionState.Meets);
        return $"{keep} of {Quantities.Counted(equal.Count, "option")} on equal terms {(keep == 1 ? "keeps" : "keep")} it";
    }

    private static string Candidates(Decision decision, string word) =>
        string.Join($" {word} ", decision.Tied.Prepend(decision.Chosen!).Select(option => option.Name));

    private static string Keeps(Decision decision, OptionEvidence option) =>
        $"At {DecisionWords.Asked(decision.Requirement)}, {option.Name} keeps the service level ({DecisionWords.Level(decision.Requirement.Level)}); {Count(decision)}.";

    private static string Least(Decision decision)
    {
        var rivals = Rivals(decision);
        if (rivals.Count == 0)
        {
            return "No other option on equal terms does, so cost does not enter.";
        }

        var next = rivals[0];
        return $"Of these it costs least by the weights ({Weighed(decision)}): {next.Option.Name}, the next, costs {DecisionWords.Times(next.Ratio!.Value, next.Low, next.High)} as much.";
    }

    private static string Tie(Decision decision)
    {
        var tied = Rivals(decision).Where(score => decision.Tied.Contains(score.Option));
        return $"By cost ({Weighed(decision)}) it is a tie with "
            + DecisionWords.Join(
                tied.Select(score =>
                    $"{score.Option.Name}, which costs {DecisionWords.Times(score.Ratio ?? double.NaN, score.Low, score.High)} as much"
                    + (score.Outcome == Outcome.Equivalent ? " (equivalent: within 5 %)" : "")
                )
            )
            + ": choose between them on other grounds.";
    }

    private static string Room(Decision decision, OptionEvidence option) =>
        option.Headroom switch
        {
            { State: Analysis.Capacity.CapacityState.Found, Ratio: { } ratio } room =>
                $"It would bear {DecisionWords.Times(ratio, room.Low, room.High)} that load: {DecisionWords.Capacity(decision.Requirement, room)}.",
            { State: Analysis.Capacity.CapacityState.AtLeast, Ratio: { } ratio } room =>
                $"It would bear at least {Quantities.Significant(ratio)} times that load ({DecisionWords.Capacity(decision.Requirement, room)}); more could not be offered here.",
            _ => "How much more load it would bear is not known.",
        };

    private static string Nobody(Decision decision)
    {
        var asked =
            $"At {DecisionWords.Asked(decision.Requirement)} no option on equal terms keeps the service level ({DecisionWords.Level(decision.Requirement.Level)}).";
        if (decision.Nearest is not { } nearest)
        {
            return $"{asked} Each is out of reach or broken: see the table.";
        }

        var missed = DecisionWords.Join(
            nearest.Missed.Select(evidence =>
                $"{DecisionWords.Lower(evidence.Objective.Metric.Title)} is {DecisionWords.Found(evidence)}"
            )
        );
        var load = nearest.Headroom is { IsKnown: true, Capacity: not null } room
            ? $"It keeps the level up to {DecisionWords.Capacity(decision.Requirement, room)}."
            : "What load it does keep is not known.";
        return $"{asked} {nearest.Name} comes nearest: {missed}. {load}";
    }

    private static string Open(Decision decision)
    {
        var who = DecisionWords.Join(decision.Open.Select(option => option.Name));
        var known = decision.Chosen is { } chosen
            ? $" {chosen.Name} keeps it; whether {who} would keep it for less is open."
            : $" Whether {who} {(decision.Open.Count == 1 ? "keeps" : "keep")} it is open, and no other option is shown to{Cheapest(decision)}.";
        return $"The evidence does not decide who should serve {DecisionWords.Asked(decision.Requirement)} with {DecisionWords.Level(decision.Requirement.Level)}.{known} “What would decide” below says what to do.";
    }

    private static string Cheapest(Decision decision) =>
        decision is { Open.Count: > 1, Reference: { } reference } && decision.Open.Contains(reference)
            ? $"; as far as is known, {reference.Name} would cost least of these"
            : "";

    /// <summary>Others on equal terms that keep the level, the cheapest first.</summary>
    private static List<Score> Rivals(Decision decision) =>
        [
            .. decision.Scores.Where(score =>
                score.Option != decision.Chosen
                && score.Option is { State: OptionState.Meets, Option.IsOnEqualTerms: true }
            ),
        ];

    private static string Weighed(Decision decision) =>
        DecisionWords.Join(
            decision
                .Criteria.Where(criterion => decision.Requirement.Weights.Of(criterion) > 0)
                .Select(criterion =>
                    $"{DecisionWords.Lower(criterion.Title)} × {DecisionWords.Number(decision.Requirement.Weights.Of(criterion))}"
                )
        );
}
