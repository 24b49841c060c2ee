using MathNet.Numerics.Distributions;

namespace Bench.Analysis;

/// <summary>Plans how many more rounds an undecided comparison needs.</summary>
internal static class FurtherRounds
{
    private const int Most = 1000;
    private const double Chance = 0.8;

    /// <summary>
    /// The fewest further rounds after which the difference, or its absence, would be shown with a chance of 80 % if
    /// centre and spread are as seen so far; null when that takes more than a thousand rounds in all.
    /// </summary>
    /// <param name="centre">Log ratio seen.</param>
    /// <param name="spread">Standard deviation of a round's log ratio.</param>
    /// <param name="rounds">Rounds measured.</param>
    /// <param name="margin">Margin of equivalence as a log ratio.</param>
    public static int? ToDecide(double centre, double spread, int rounds, double margin)
    {
        var (low, high) = (Math.Max(rounds + 1, PairedRounds.Fewest), Most);
        if (!Decides(Most))
        {
            return null;
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Decides(middle) ? (low, middle) : (middle + 1, high);
        }

        return low - rounds;

        bool Decides(int total) =>
            Math.Abs(centre) > Reach(PairedRounds.DifferenceLevel, total)
            || margin - Math.Abs(centre) > Reach(PairedRounds.EquivalenceLevel, total);

        double Reach(double level, int total) =>
            (StudentT.InvCDF(0, 1, total - 1, (1 + level) / 2) + Normal.InvCDF(0, 1, Chance))
            * spread
            / Math.Sqrt(total);
    }
}
