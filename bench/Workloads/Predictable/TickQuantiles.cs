namespace Bench.Workloads;

/// <summary>Quantiles of a few thousand times, exact: the smallest value that at least the share of them does not exceed.</summary>
internal sealed class TickQuantiles(IEnumerable<long> nanoseconds)
{
    private readonly long[] _sorted = [.. nanoseconds.Order()];

    /// <summary>The quantile, nanoseconds, or null when there are fewer than 1/(1 − share) values.</summary>
    public double? At(double share) =>
        _sorted.Length * (1 - share) >= 1 - 1e-9
            ? _sorted[(int)Math.Ceiling((_sorted.Length * share) - 1e-9) - 1]
            : null;
}
