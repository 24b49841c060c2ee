using MathNet.Numerics.Distributions;

namespace Bench.Analysis;

/// <summary>Plans how many more rounds an undecided comparison needs.</summary>
internal static class FurtherRounds
{
    private const int Most = 1000;
    private const double Chance = 0.8;

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

        var (low, high) = (Math.Max(rounds + 1, PairedRounds.Fewest), Most);
        if (looks.Last(rounds) is not null || !Decides(Most))
        {
            return null;
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Decides(middle) ? (low, middle) : (middle + 1, high);
        }

        return low - rounds;

        int? AtLook(int? look)
        {
            while (look is { } total && !Decides(total))
            {
                look = looks.Next(total);
            }

            return look - rounds;
        }

        bool Decides(int total) =>
            Math.Abs(centre) > Reach(PairedRounds.DifferenceLevel, total)
            || margin - Math.Abs(centre) > Reach(PairedRounds.EquivalenceLevel, total);

        double Reach(double level, int total) =>
            (StudentT.InvCDF(0, 1, total - 1, (1 + looks.Level(level)) / 2) + Normal.InvCDF(0, 1, Chance))
            * spread
            / Math.Sqrt(total);
    }
}
