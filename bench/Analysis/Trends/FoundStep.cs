namespace Bench.Analysis.Trends;

/// <summary>A step in a series of values. Indices count the values from 0.</summary>
/// <param name="At">The first value after it.</param>
/// <param name="Earliest">The first value after it, at the earliest (95 %).</param>
/// <param name="Latest">The first value after it, at the latest (95 %).</param>
/// <param name="Effect">Its height, in the unit of the values.</param>
/// <param name="PValue">Over all places that it was looked for at.</param>
internal sealed record FoundStep(int At, int Earliest, int Latest, Effect Effect, double PValue)
{
    // Twice the log likelihood by which a place may be worse than the best: covers in 95 % of simulated series (decision 0014).
    private const double PlaceDeviance = 5.5;

    /// <param name="effects">What a step at each value would be.</param>
    /// <param name="places">Where it may be, at least one.</param>
    /// <param name="looked">How many places were looked at in all.</param>
    public static FoundStep BestOf(Effect[] effects, IReadOnlyList<int> places, int looked)
    {
        var best = places.MaxBy(place => effects[place].Statistic);
        var limit = Likelihood(effects, best) - PlaceDeviance;
        var near = places.Where(place => Likelihood(effects, place) >= limit).ToList();
        return new(best, near.Min(), near.Max(), effects[best], effects[best].PValueAmong(looked));
    }

    // Twice its logarithm, beyond that of no step.
    private static double Likelihood(Effect[] effects, int place)
    {
        var effect = effects[place];
        return effects.Length * Math.Log(1 + (effect.Statistic * effect.Statistic / effect.Freedom));
    }
}
