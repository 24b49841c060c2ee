using Bench.Analysis;
using Bench.Reporter.Charts;

namespace Bench.Reporter.Interactive;

/// <summary>An arm's latency over time, coarse enough for a page.</summary>
/// <param name="LowestBand">The lowest band with an operation: band b holds latencies from 2^(b/2) to 2^((b+1)/2) ns.</param>
/// <param name="Rounds">Numbers of the rounds; each has the same number of columns.</param>
/// <param name="ColumnSeconds">What one column spans, seconds of the measured window.</param>
/// <param name="Bands">
/// For each band, from the lowest up, a character a column: blank where no operation ended, else 1 (a thousandth of the
/// column's operations or fewer) to 9 (all of them), each step the same ratio; a full stop where nothing was measured, because the
/// window had ended or the arm has no sample of the round.
/// </param>
internal sealed record ExplorerHeat(
    int LowestBand,
    IReadOnlyList<int> Rounds,
    double ColumnSeconds,
    IReadOnlyList<string> Bands
)
{
    private const int MostColumns = 240;
    private const double Faintest = -3;
    private const int Shades = 9;

    /// <param name="arm">The arm, with latency over time.</param>
    /// <param name="rounds">Rounds that every strip beside it has room for.</param>
    public static ExplorerHeat Of(Arm arm, IReadOnlyList<int> rounds)
    {
        var strip = HeatStrip.Of(arm, rounds).Merged(MostColumns);
        var bands = strip.HighestBand - strip.LowestBand + 1;
        var shares = strip.Shares(strip.LowestBand, bands, Faintest);
        return new(
            strip.LowestBand,
            strip.Rounds,
            strip.ColumnSeconds,
            [
                .. Enumerable
                    .Range(1, bands)
                    .Select(fromTop =>
                        string.Concat(
                            Enumerable
                                .Range(0, shares.GetLength(1))
                                .Select(column =>
                                    strip.IsBlank(column) ? '.' : Shade(shares[bands - fromTop, column])
                                )
                        )
                    ),
            ]
        );
    }

    private static char Shade(double share) =>
        double.IsNaN(share) ? ' ' : (char)('1' + (int)Math.Round((Shades - 1) * (1 - (share / Faintest))));
}
