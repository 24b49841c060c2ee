using MathNet.Numerics.Distributions;

namespace Bench.Analysis;

/// <summary>Plans how many more rounds an undecided comparison needs.</summary>
internal static class FurtherRounds
{
    private const int Most = 1000;
    private const double Chance = 0.8;

    private static readonly double s_beyond = Normal.InvCDF(0, 1, Chance);

    /// <summary>
    /// The fewest further rounds after which the difference, or its absence, would be shown with a chance of 80 % if
    /// centre and spread are as seen so far, up to a look where looks are planned; null when that takes more than a
    /// thousand rounds in all, or more than the last look has.
    /// </summary>
    /// <param name="centre">Log ratio seen.</param>
    /// <param name="spread">Standard deviation of a round's log ratio.</param>
    /// <param name="rounds">Rounds judged.</param>
    /// <param name="margin">Margin of equivalence as a log ratio.</param>
    /// <param name="looks">When the rounds are judged.</param>
    public static int? ToDecide(double centre, double spread, int rounds, double margin, Looks looks)
    {
        if (looks.Next(rounds) is { } next)
        {
            return AtLook(next);
        }

        return looks.Last(rounds) is null ? Fewest(rounds, Decides) : null;

        int? AtLook(int? look)
        {
            while (look is { } total && !Decides(total))
            {
                look = looks.Next(total);
            }

            return look - rounds;
        }

        bool Decides(int total) =>
            Math.Abs(centre) > Reach(spread, looks.Level(PairedRounds.DifferenceLevel), total)
            || margin - Math.Abs(centre) > Reach(spread, looks.Level(PairedRounds.EquivalenceLevel), total);
    }

    /// <summary>The distance that so many rounds exclude with a chance of 80 %.</summary>
    /// <param name="spread">Standard deviation of a round.</param>
    /// <param name="level">Confidence that decides, 0…1.</param>
    /// <param name="rounds">Rounds in all.</param>
    public static double Reach(double spread, double level, int rounds) =>
        (StudentQuantile.Of(rounds - 1, (1 + level) / 2) + s_beyond) * spread / Math.Sqrt(rounds);

    /// <summary>
    /// The fewest further rounds after which it is decided; null when that takes more than a thousand in all. What more
    /// rounds decide, still more must decide too.
    /// </summary>
    /// <param name="rounds">Rounds judged.</param>
    /// <param name="decides">Whether so many rounds in all decide.</param>
    public static int? Fewest(int rounds, Func<int, bool> decides)
    {
        var (low, high) = (Math.Max(rounds + 1, PairedRounds.Fewest), Most);
        if (low > high || !decides(high))
        {
            return null;
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = decides(middle) ? (low, middle) : (middle + 1, high);
        }

        return low - rounds;
    }
}
