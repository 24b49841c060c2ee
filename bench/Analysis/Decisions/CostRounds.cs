namespace Bench.Analysis.Decisions;

/// <summary>
/// One option against another, criterion by criterion, over the rounds that both have: logarithms of the other's cost ÷ the one's. Their
/// weighted sum is the logarithm of the weighted geometric mean of the ratios, one figure a round, which is judged as every ratio is.
/// </summary>
internal sealed class CostRounds
{
    private readonly IReadOnlyList<Criterion> _criteria;
    private readonly List<double[]> _rounds;
    private readonly Looks _looks;

    private CostRounds(IReadOnlyList<Criterion> criteria, List<double[]> rounds, Looks looks) =>
        (_criteria, _rounds, _looks) = (criteria, rounds, looks);

    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="criteria">Criteria of which both have a figure.</param>
    public static CostRounds Of(OptionEvidence one, OptionEvidence other, IReadOnlyList<Criterion> criteria)
    {
        var perCriterion = criteria.Select(criterion => LogRatios(one, other, criterion)).ToList();
        var rounds = one.Arm!.Samples.Select(sample => sample.Round)
            .Where(round => perCriterion.TrueForAll(ratios => ratios(round) is not null))
            .Select(round => perCriterion.Select(ratios => ratios(round)!.Value).ToArray())
            .ToList();
        var looks = one.Arm.Looks;
        return new(criteria, looks.Last(rounds.Count) is { } last ? rounds[..last] : rounds, looks);
    }

    /// <summary>Rounds that both have, as they were at the last look.</summary>
    public int Count => _rounds.Count;

    /// <summary>Mean of the logarithms in one criterion: above 0 where the other takes more.</summary>
    public double Mean(Criterion criterion) =>
        _rounds.Count == 0 ? 0 : _rounds.Average(round => round[Index(criterion)]);

    /// <summary>The weighted logarithms, one a round.</summary>
    public IReadOnlyList<double> Weighted(Weights weights)
    {
        var total = _criteria.Sum(weights.Of);
        return
        [
            .. _rounds.Select(round =>
                total == 0
                    ? 0
                    : _criteria.Select((criterion, at) => weights.Of(criterion) * round[at]).Sum() / total
            ),
        ];
    }

    /// <summary>The other's weighted cost ÷ the one's, judged; null without a common round.</summary>
    public Judgement? Judge(Weights weights) =>
        Count == 0 ? null : PairedRounds.Judge(Weighted(weights), looks: _looks);

    private int Index(Criterion criterion) =>
        _criteria.Select(item => item.Id).ToList().IndexOf(criterion.Id);

    private static Func<int, double?> LogRatios(OptionEvidence one, OptionEvidence other, Criterion criterion)
    {
        if (criterion.Metric is null)
        {
            var ratio = Math.Log(other.Of(criterion)!.Value / one.Of(criterion)!.Value);
            return _ => ratio;
        }

        var (before, after) = (one.Arm!.Values(criterion.Metric), other.Arm!.Values(criterion.Metric));
        return round =>
            before.TryGetValue(round, out var first)
            && after.TryGetValue(round, out var second)
            && first > 0
            && second > 0
                ? Math.Log(second / first)
                : null;
    }
}
