using Bench.Analysis;
using Bench.Analysis.Decisions;

namespace Bench.Reporter.Decisions;

/// <summary>What would decide that which is open.</summary>
public static class OpenPoints
{
    /// <summary>A sentence for each option that keeps the decision open.</summary>
    public static IReadOnlyList<string> Sentences(Decision decision) => [.. decision.Open.Select(Sentence)];

    internal static IEnumerable<Point> Of(Decision decision, DecisionSources sources)
    {
        foreach (var sentence in Sentences(decision))
        {
            yield return Point.Of(sentence);
        }

        var rounds = decision.Open.Select(option => option.FurtherRounds).Max();
        if (rounds is { } more && sources.RoundSeconds is { } seconds)
        {
            yield return Point.Of(
                $"Time: a round of what is open takes about {Quantities.Format(seconds, Unit.Seconds)}, so {Quantities.Counted(more, "further round")} about {Quantities.Format(more * seconds, Unit.Seconds)}: give at least that as --budget."
            );
        }

        if (decision.Open.Any(option => option.Arm is { Refused.Count: > 0 }))
        {
            yield return Point.Of(
                "Refused samples are no failures of an option but of the measuring: a quieter machine, or one with more processors than the load generator and the option share here, would have fewer."
            );
        }
    }

    private static string Sentence(OptionEvidence option) =>
        $"{option.Name}: "
        + string.Join(
            "; ",
            option.Open.Select(evidence =>
                $"{evidence.Objective.Text} {(evidence.Value is null ? "has no figure" : $"is {DecisionWords.Found(evidence)}")}"
                + (evidence.Reason is null ? "" : $" ({evidence.Reason})")
                + (
                    evidence.FurtherRounds is { } rounds
                        ? $": {Quantities.Counted(rounds, "further launch", "es")} would probably decide"
                        : ": more launches alone would not decide it"
                )
            )
        )
        + ".";
}
