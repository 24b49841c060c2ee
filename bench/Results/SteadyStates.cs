namespace Bench.Results;

/// <summary>
/// Classes a series by the medians of ten batches against the median of the second half. A batch differs when it is
/// further off than the tolerance and than four standard errors, so that noise alone is not unsteady; the noise is
/// taken from neighbouring values, so that steps and slopes do not hide themselves. It stands here, and does its few
/// medians itself, because measured processes use it too and load no statistics library.
/// </summary>
public static class SteadyStates
{
    private const int Batches = 10;
    private const int FewestValues = 2 * Batches;
    private const double StandardErrors = 4;
    private const int OperationsPerSlice = 10;

    /// <summary>Kendall's τ of ten batches from which on they go one way: 1.7 % of ten in random order do.</summary>
    private const double OneWay = 0.6;

    /// <summary>
    /// Classes a sample's slices anew, whatever word it was written with; a sample read without its slices has only its
    /// word.
    /// </summary>
    public static SteadyState Of(Sample sample) =>
        sample.LatencyOverTime.Count == 0 ? sample.SteadyState : Of(sample.LatencyOverTime);

    /// <summary>
    /// The worse of what throughput and mean latency of the slices show; the partly filled ends are left out, and
    /// neighbours are joined until a slice holds ten operations on average. A slice without any is a stall.
    /// </summary>
    public static SteadyState Of(IReadOnlyList<LatencySlice> window, double tolerance = 0.1)
    {
        var slices = Joined([.. window.Skip(1).SkipLast(1)]);
        if (slices.Count < FewestValues)
        {
            return SteadyState.Unknown;
        }

        if (slices.Exists(slice => slice.Count == 0))
        {
            return SteadyState.Unsteady;
        }

        var throughput = Classify([.. slices.Select(slice => (double)slice.Count)], tolerance);
        var latency = Classify([.. slices.Select(slice => slice.Total / slice.Count)], tolerance);
        return throughput > latency ? throughput : latency;
    }

    /// <summary>Classes positive values that follow each other at equal steps of time.</summary>
    /// <param name="series">The values; fewer than 20 are <see cref="SteadyState.Unknown"/>.</param>
    /// <param name="tolerance">Relative change that does not matter, 0…1.</param>
    public static SteadyState Classify(IReadOnlyList<double> series, double tolerance = 0.1)
    {
        if (series.Count < FewestValues)
        {
            return SteadyState.Unknown;
        }

        double[] logs = [.. series.Select(value => Math.Log(value))];
        double[] batches =
        [
            .. Enumerable
                .Range(0, Batches)
                .Select(batch =>
                    Median(logs[(batch * logs.Length / Batches)..((batch + 1) * logs.Length / Batches)])
                ),
        ];
        var level = Median(batches[(Batches / 2)..]);
        var band = Math.Max(
            Math.Log(1 + tolerance),
            StandardErrors * Noise(logs) / Math.Sqrt(logs.Length / Batches)
        );
        var differs = Array.ConvertAll(batches, batch => Math.Abs(batch - level) > band);
        var warm = Array.IndexOf(differs, false);
        var settled = warm >= 0 && !differs.Skip(warm).Contains(true);
        return settled && warm == 0 ? SteadyState.Steady
            : Math.Abs(Kendall(batches)) >= OneWay && !Settles(batches) ? SteadyState.Drifting
            : settled && warm <= Batches / 2 ? SteadyState.Warming
            : SteadyState.Unsteady;
    }

    /// <summary>True when the second half changes by less than a third of what the first half does.</summary>
    private static bool Settles(double[] batches)
    {
        var (start, middle, end) = (batches[..2].Average(), batches[4..6].Average(), batches[^2..].Average());
        return Math.Abs(end - middle) < Math.Abs(middle - start) / 3;
    }

    /// <summary>Standard deviation of a batch's values, from the median absolute difference of neighbours.</summary>
    private static double Noise(double[] logs) =>
        Median([.. logs.Zip(logs.Skip(1), (one, next) => Math.Abs(next - one))]) / (0.6745 * Math.Sqrt(2));

    /// <summary>Kendall's τ between the values and their order.</summary>
    private static double Kendall(double[] values)
    {
        var pairs = values.Length * (values.Length - 1) / 2;
        var sum = values
            .Index()
            .Sum(one => values.Skip(one.Index + 1).Sum(next => Math.Sign(next - one.Item)));
        return (double)sum / pairs;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static List<(long Count, double Total)> Joined(List<LatencySlice> slices)
    {
        var operations = slices.Sum(slice => slice.Count);
        var neighbours = (int)
            Math.Max(1, Math.Ceiling(OperationsPerSlice * slices.Count / (double)Math.Max(1, operations)));
        return
        [
            .. slices
                .Chunk(neighbours)
                .Where(chunk => chunk.Length == neighbours)
                .Select(chunk => (chunk.Sum(slice => slice.Count), chunk.Sum(TotalLatency))),
        ];
    }

    /// <summary>Nanoseconds, each operation counted at the geometric middle of its band.</summary>
    private static double TotalLatency(LatencySlice slice) =>
        slice.Bands.Sum(band => Math.Pow(2, (band.Key + 0.5) / 2) * band.Value);
}
