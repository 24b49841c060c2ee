namespace Bench.Analysis.Decisions;

/// <summary>
/// Where the answer changes as one weight moves. The logarithm of the other's cost ÷ the leader's is a straight line in each weight, so
/// the place where it is 0 is exact: the sum over the other criteria ÷ the mean in this one, with the sign turned. Its interval
/// is where the 99 % interval of that logarithm holds 0 (Fieller's way).
/// </summary>
public static class WeightSensitivities
{
    /// <summary>Weights are looked at up to so many times the sum of the others: beyond, one criterion is all that counts.</summary>
    public const double Most = 1000;

    private const int Halvings = 60;

    /// <summary>One a criterion of which every option has a figure.</summary>
    /// <param name="leader">The cheapest option.</param>
    /// <param name="others">The others that keep the requirement.</param>
    /// <param name="scoring">The criteria.</param>
    /// <param name="weights">The weights as they are.</param>
    internal static IReadOnlyList<WeightSensitivity> Of(
        OptionEvidence leader,
        IReadOnlyList<OptionEvidence> others,
        Scoring scoring,
        Weights weights
    )
    {
        var rivals = others
            .Select(other => (other.Name, Rounds: CostRounds.Of(leader, other, scoring.Criteria)))
            .Where(rival => rival.Rounds.Count > 0)
            .ToList();
        return [.. scoring.Criteria.Select(criterion => Of(criterion))];

        WeightSensitivity Of(Criterion criterion)
        {
            var now = weights.Of(criterion);
            var flips = rivals
                .Select(rival => (rival.Name, rival.Rounds, At: FlipAt(rival.Rounds, criterion)))
                .Where(flip => flip.At is not null)
                .ToList();
            var below = flips.Where(flip => flip.At < now).OrderByDescending(flip => flip.At).ToList();
            var above = flips.Where(flip => flip.At >= now).OrderBy(flip => flip.At).ToList();
            return new(
                criterion,
                now,
                below.Count == 0 ? null : Flip(criterion, below[0].Name, below[0].Rounds, below[0].At!.Value),
                above.Count == 0 ? null : Flip(criterion, above[0].Name, above[0].Rounds, above[0].At!.Value)
            );
        }

        double? FlipAt(CostRounds rounds, Criterion criterion)
        {
            var slope = rounds.Mean(criterion);
            var rest = scoring
                .Criteria.Where(other => other.Id != criterion.Id)
                .Sum(other => weights.Of(other) * rounds.Mean(other));
            var at = slope == 0 ? double.NaN : -rest / slope;
            return at > 0 && at <= Furthest(criterion) ? at : null;
        }

        double Furthest(Criterion criterion)
        {
            var others = scoring.Criteria.Where(other => other.Id != criterion.Id).Sum(weights.Of);
            return Most * Math.Max(others, weights.Of(criterion));
        }

        WeightFlip Flip(Criterion criterion, string name, CostRounds rounds, double at)
        {
            var now = weights.Of(criterion);
            var far = at >= now ? Furthest(criterion) : 0;
            return new(
                at,
                Last(now, at, weight => Leads(rounds, criterion, weight)) ?? now,
                Last(far, at, weight => Trails(rounds, criterion, weight)),
                name
            );
        }

        bool Leads(CostRounds rounds, Criterion criterion, double weight) =>
            rounds.Count > 1
            && rounds.Judge(weights.With(criterion, weight))!.Difference == Difference.Higher;

        bool Trails(CostRounds rounds, Criterion criterion, double weight) =>
            rounds.Count > 1 && rounds.Judge(weights.With(criterion, weight))!.Difference == Difference.Lower;
    }

    /// <summary>From a weight at which something holds towards one at which it does not: the last at which it does; null when it never does.</summary>
    private static double? Last(double from, double to, Func<double, bool> holds)
    {
        if (!holds(from))
        {
            return null;
        }

        for (var i = 0; i < Halvings; i++)
        {
            var middle = (from + to) / 2;
            (from, to) = holds(middle) ? (middle, to) : (from, middle);
        }

        return from;
    }
}
