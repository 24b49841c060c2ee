namespace Bench.Analysis.Decisions;

/// <summary>
/// Ranks options by the weighted geometric mean of what they cost, each beside the one that costs least, over paired rounds.
/// </summary>
internal sealed class Scoring
{
    private readonly Weights _weights;

    /// <param name="options">Those that may be ranked: none broken or out of reach.</param>
    /// <param name="requirement">Criteria and weights.</param>
    public Scoring(IReadOnlyList<OptionEvidence> options, Requirement requirement)
    {
        _weights = requirement.Weights;
        Criteria =
        [
            .. requirement.Criteria.Where(criterion =>
                options.Count > 0 && options.All(option => option.Of(criterion) is not null)
            ),
        ];
        LeftOut =
        [
            .. requirement.Criteria.Where(criterion =>
                options.Count > 0
                && _weights.Of(criterion) > 0
                && !Criteria.Any(known => known.Id == criterion.Id)
            ),
        ];
    }

    /// <summary>The criteria of which every option has a figure.</summary>
    public IReadOnlyList<Criterion> Criteria { get; }

    /// <summary>Criteria with a weight of which some option has no figure: they count nothing.</summary>
    public IReadOnlyList<Criterion> LeftOut { get; }

    /// <summary>The options from the cheapest on, by their own centres.</summary>
    public IReadOnlyList<OptionEvidence> Order(IEnumerable<OptionEvidence> options) =>
        [.. options.OrderBy(LogCost).ThenBy(option => option.Name, StringComparer.Ordinal)];

    /// <summary>What an option costs beside another.</summary>
    public Score Beside(OptionEvidence leader, OptionEvidence option)
    {
        var rounds = CostRounds.Of(leader, option, Criteria);
        var parts = Criteria.ToDictionary(
            criterion => criterion.Id,
            criterion => Math.Exp(rounds.Mean(criterion))
        );
        if (option == leader)
        {
            return new(option, 1, 1, 1, Outcome.Equivalent, rounds.Count, 0, null, parts);
        }

        return rounds.Judge(_weights) is { } judged
            ? new(
                option,
                judged.Ratio,
                judged.Rounds > 1 ? judged.Interval.Low : null,
                judged.Rounds > 1 ? judged.Interval.High : null,
                Of(judged.Difference),
                judged.Rounds,
                judged.SetAside,
                judged.FurtherRounds,
                parts
            )
            : new(
                option,
                null,
                null,
                null,
                Outcome.Inconclusive,
                0,
                0,
                null,
                new Dictionary<string, double>()
            );
    }

    private double LogCost(OptionEvidence option) =>
        Criteria.Sum(criterion => _weights.Of(criterion) * Math.Log(option.Of(criterion)!.Value));

    private static Outcome Of(Difference difference) =>
        difference switch
        {
            Difference.Negligible => Outcome.Equivalent,
            Difference.Higher => Outcome.Worse,
            Difference.Lower => Outcome.Better,
            _ => Outcome.Inconclusive,
        };
}
