using Bench.Analysis;
using Bench.Results;

namespace Bench.Cli;

/// <summary>Metrics as words.</summary>
internal static class MetricName
{
    /// <summary>The metric that <c>--metric</c> asks for; null when it asks for none.</summary>
    /// <exception cref="UserException">No sample has it.</exception>
    public static Metric? Find(string? id, IEnumerable<Sample> samples)
    {
        if (id is null)
        {
            return null;
        }

        var known = Metrics.In(samples).Select(metric => metric.Id).ToList();
        return known.Contains(id)
            ? Metrics.Find(id)
            : throw new UserException(
                known.Count == 0
                    ? $"--metric {id}: the folder has no samples yet"
                    : $"unknown metric '{id}'; the samples have: {string.Join(", ", known)}"
            );
    }
}
