namespace Bench.Analysis.Trends;

/// <summary>One change of a series. Indices count the series' points from 0.</summary>
/// <param name="Kind">How it changes.</param>
/// <param name="Before">The last point before it; of a drift the first point of all.</param>
/// <param name="At">The first point after it; of a drift the last point of all.</param>
/// <param name="Earliest">The first point after it, at the earliest (95 %).</param>
/// <param name="Latest">The first point after it, at the latest (95 %).</param>
/// <param name="Ratio">After ÷ before: of the level, or of the scatter (standard deviation of the logarithms).</param>
/// <param name="Low">Lower end of the ratio's 95 % interval.</param>
/// <param name="High">Upper end of the ratio's 95 % interval.</param>
/// <param name="Outcome">Better or worse by the metric's direction; inconclusive for scatter, which is neither.</param>
/// <param name="PValue">That the series alone would show such a change somewhere if there were none.</param>
/// <param name="Certainty">Whether it stands out among all series, too.</param>
public sealed record TrendChange(
    ChangeKind Kind,
    int Before,
    int At,
    int Earliest,
    int Latest,
    double Ratio,
    double Low,
    double High,
    Outcome Outcome,
    double PValue,
    Certainty Certainty = Certainty.Possible
)
{
    /// <summary>The ratio's distance from 1 that its interval vouches for, as a logarithm: what changes are ranked by.</summary>
    public double SureEffect =>
        Low <= 1 && High >= 1 ? 0 : Math.Min(Math.Abs(Math.Log(Low)), Math.Abs(Math.Log(High)));
}
