using Bench.Analysis;
using Bench.Analysis.Decisions;
using Bench.Results;

namespace Bench.Reporter.Decisions;

/// <summary>What speaks for and against an option, every point with its figures.</summary>
internal static class OptionPoints
{
    public static IEnumerable<Point> Of(OptionEvidence option, Decision decision) =>
        option.State switch
        {
            OptionState.OutOfReach =>
            [
                Bad($"it cannot be offered this load here: {option.Option.OutOfReach}"),
            ],
            OptionState.Broken =>
            [
                Bad(
                    $"it is not correct under this load ({Broken(option)}); its figures would be those of a wrong answer"
                ),
            ],
            _ =>
            [
                .. option.Objectives.Select(Objective),
                .. Cost(option, decision),
                .. Room(option, decision),
                .. Steadiness(option),
                .. option.Option.IsOnEqualTerms ? Code(option).Concat(Risks(option)) : [],
            ],
        };

    private static Point Objective(ObjectiveEvidence evidence)
    {
        var what =
            $"{DecisionWords.Lower(evidence.Objective.Metric.Title)} is {DecisionWords.Found(evidence)}; asked is {evidence.Objective.Text}";
        return evidence.State switch
        {
            ObjectiveState.Met => Good(what),
            ObjectiveState.Missed => Bad(what),
            _ when evidence.Value is null => Neutral($"{evidence.Objective.Text} is open: {evidence.Reason}"),
            _ => Neutral($"it is open whether {evidence.Objective.Text} is met: {what}"),
        };
    }

    private static IEnumerable<Point> Cost(OptionEvidence option, Decision decision)
    {
        var score = decision.Scores.FirstOrDefault(item => item.Option == option);
        if (score?.Ratio is not { } ratio || option == decision.Reference)
        {
            yield break;
        }

        var what =
            $"it costs {DecisionWords.Times(ratio, score.Low, score.High)} as much as {decision.Reference!.Name} by the weights";
        yield return score.Outcome switch
        {
            Outcome.Worse => Bad(what),
            Outcome.Better => Good(what),
            _ => Neutral(
                $"{what}: {(score.Outcome == Outcome.Equivalent ? "equivalent" : "not told apart")}"
            ),
        };
    }

    private static IEnumerable<Point> Room(OptionEvidence option, Decision decision)
    {
        if (option.Headroom is not { Ratio: { } ratio } room)
        {
            yield break;
        }

        var what =
            $"it bears {DecisionWords.Capacity(decision.Requirement, room)} under this service level, {Quantities.Significant(ratio)} times what is asked";
        yield return room switch
        {
            { Low: > 1 } => Good(what),
            { High: < 1 } => Bad(what),
            _ => Neutral(what),
        };
    }

    private static IEnumerable<Point> Code(OptionEvidence option)
    {
        if (option.Code is { } code)
        {
            yield return Neutral(
                $"it takes {Quantities.Counted(code.Statements, "statement")} of code with {Quantities.Counted(code.Cyclomatic, "branch", "es")} and {Quantities.Counted(code.Primitives.Count, "primitive")} of concurrency ({string.Join(", ", code.Primitives)})"
            );
        }
    }

    private static IEnumerable<Point> Steadiness(OptionEvidence option)
    {
        if (option.Arm is { SteadyState: > SteadyState.Steady } arm)
        {
            yield return Bad(
                $"most of its launches were not steady over their window ({DecisionWords.Lower($"{arm.SteadyState}")}): its figures may not last"
            );
        }
    }

    private static IEnumerable<Point> Risks(OptionEvidence option) =>
        option.Risks.Select(finding =>
            Neutral(
                $"a known fault of this model is {finding.Pitfall.Title} ({finding.Pitfall.Id}, see “Risks”)"
            )
        );

    private static string Broken(OptionEvidence option)
    {
        var worst = option.Arm!.Refused.First(refusal => refusal.Status != SampleStatus.Measured);
        return $"{worst.Status}: {worst.Reasons[0]}";
    }

    private static Point Good(string why) => Point.Of($"Good, because {why}.");

    private static Point Neutral(string why) => Point.Of($"Neutral, because {why}.");

    private static Point Bad(string why) => Point.Of($"Bad, because {why}.");
}
