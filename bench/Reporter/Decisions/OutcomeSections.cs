using Bench.Analysis.Decisions;
using Bench.Reporter.Content;

namespace Bench.Reporter.Decisions;

/// <summary>The answer with its evidence: who keeps the level, at what cost, with what headroom, and how firmly.</summary>
internal sealed class OutcomeSections(
    Decision decision,
    DecisionSources sources,
    IReadOnlyList<Drawing> figures
)
{
    public IEnumerable<RecordSection> All() =>
        [
            new("Decision Outcome")
            {
                Paragraphs = [Outcome()],
                Figures = Named("level"),
                Tables = [LevelTable.Of(decision)],
            },
            .. decision.Outcome == DecisionOutcome.Inconclusive
                ? [WouldDecide()]
                : Array.Empty<RecordSection>(),
            new("What it costs", 3) { Figures = Named("cost"), Tables = [CostTable.Of(decision)] },
            Headroom(),
            new("Consequences", 3) { Points = [.. Consequences()] },
            new("Confirmation", 3) { Paragraphs = [Confirmation()], Commands = [sources.Command] },
            new("When to think again", 3) { Points = [.. ReviewPoints.Of(decision)] },
            Firmness(),
        ];

    private List<Drawing> Named(string name) =>
        [.. figures.Where(figure => figure.Name == $"decision-{name}")];

    private RecordSection Headroom() =>
        decision.Options.All(option => option.Headroom is null)
            ? new("Headroom", 3)
            {
                Paragraphs = ["What load each option bears was not looked for: a larger --budget does."],
            }
            : new("Headroom", 3) { Figures = Named("headroom"), Tables = [HeadroomTable.Of(decision)] };

    private RecordSection Firmness() =>
        decision.Outcome == DecisionOutcome.Inconclusive
            ? new("How firm the answer is", 3) { Paragraphs = ["There is none yet that could be tried."] }
            : new("How firm the answer is", 3)
            {
                Tables =
                [
                    .. decision.Weights.Count > 0 ? new[] { SensitivityTables.Weights(decision) } : [],
                    SensitivityTables.Thresholds(decision),
                ],
            };

    private string Outcome() =>
        decision.Outcome switch
        {
            DecisionOutcome.Chosen =>
                $"Chosen option: “{decision.Chosen!.Name}”, because it is shown to keep every objective and {(decision.Scores.Count(score => score.Option is { State: OptionState.Meets, Option.IsOnEqualTerms: true }) > 1 ? "to cost least of those that do" : "is the only one on equal terms that is")}.",
            DecisionOutcome.Tied =>
                $"Chosen option: “{DecisionWords.Join(decision.Tied.Prepend(decision.Chosen!).Select(option => option.Name))}”, one as good as the other by this evidence: each is shown to keep every objective, and none of them is shown to cost less.",
            DecisionOutcome.NobodyMeets =>
                "Chosen option: none. No option on equal terms is shown to keep the service level, and none of those is open. The load, the service level or the machine has to change.",
            _ => "Chosen option: none yet.",
        };

    private RecordSection WouldDecide() =>
        new("What would decide", 3)
        {
            Points = [.. OpenPoints.Of(decision, sources)],
            Commands = [sources.Again],
        };

    private IEnumerable<Point> Consequences()
    {
        if (decision.Chosen is not { } chosen)
        {
            yield return Point.Of(
                decision.Outcome == DecisionOutcome.Inconclusive
                    ? "Neutral, because nothing follows before it is decided: see “What would decide”."
                    : "Bad, because the requirement stands without an option that is shown to keep it."
            );
            yield break;
        }

        foreach (var point in OptionPoints.Of(chosen, decision))
        {
            yield return point;
        }

        foreach (var told in Cheaper())
        {
            yield return Point.Of(
                $"Neutral, because {told.Option.Name} keeps the level, too, and costs {DecisionWords.Times(told.Ratio!.Value, told.Low, told.High)} as much: that is configuration, and could be had without changing the model."
            );
        }
    }

    private IEnumerable<Score> Cheaper() =>
        decision.Scores.Where(score =>
            score is { Outcome: Analysis.Outcome.Better, Ratio: not null }
            && score.Option is { State: OptionState.Meets, Option.IsOnEqualTerms: false }
        );

    private string Confirmation() =>
        "Run the command below again on the machine that matters: before going live, after an upgrade of the runtime or of a library, and when one of the points under "
        + "“When to think again” is near. It ends with exit code 0 when the evidence decides and 4 when it does not; decision.json says the same for a program.";
}
