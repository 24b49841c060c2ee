using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>Did the window measure a steady state, or something still on its way?</summary>
internal static class SteadyState
{
    private const int FewestSlices = 9;
    private const double Tolerance = 0.25;

    /// <summary>
    /// Compares the first third of the window with the last: <c>steady</c> when both the operations started and
    /// their mean latency (by bands) agree within 25 %, else <c>unsteady</c>; <c>unknown</c> with fewer than 9
    /// slices.
    /// </summary>
    public static string Of(IReadOnlyList<LatencySlice> slices)
    {
        if (slices.Count < FewestSlices)
        {
            return "unknown";
        }

        // The outermost slices are only partly inside the window.
        var inner = slices.Skip(1).Take(slices.Count - 2).ToList();
        var (first, last) = (inner.Take(inner.Count / 3), inner.TakeLast(inner.Count / 3));
        return
            Agree(first.Average(slice => slice.Count), last.Average(slice => slice.Count))
            && Agree(MeanBand(first), MeanBand(last))
            ? "steady"
            : "unsteady";
    }

    private static bool Agree(double one, double other) =>
        Math.Abs(one - other) <= Tolerance * Math.Max(one, other);

    private static double MeanBand(IEnumerable<LatencySlice> slices)
    {
        var bands = slices.SelectMany(slice => slice.Bands).ToList();
        var count = bands.Sum(band => band.Value);
        return bands.Sum(band => Math.Pow(2, band.Key / 2.0) * band.Value) / count;
    }
}
