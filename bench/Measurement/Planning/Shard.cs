using System.Globalization;
using Bench.Results;

namespace Bench.Measurement.Planning;

/// <summary>One part of a plan that several machines of one kind carry out.</summary>
/// <param name="Index">Which part, from 1.</param>
/// <param name="Count">How many parts there are.</param>
public sealed record Shard(int Index, int Count)
{
    /// <summary>Reads <c>2/5</c>; null when it is none.</summary>
    public static Shard? Parse(string text) =>
        text.Split('/') is [var index, var count]
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var part)
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var parts)
        && part >= 1
        && part <= parts
            ? new(part, parts)
            : null;

    /// <summary>
    /// The cases of this part. Whatever is compared in pairs stays together: a workload with the same parameters, in all models and
    /// variants, on all terms, with its copies. Parts have about as many cases each.
    /// </summary>
    public IReadOnlyList<PlannedCase> Of(IEnumerable<PlannedCase> cases)
    {
        var sizes = new int[Count];
        var own = new HashSet<PlannedCase>();
        var scenarios = cases
            .GroupBy(planned => (planned.Workload, planned.Parameters))
            .OrderByDescending(scenario => scenario.Count())
            .ThenBy(scenario => scenario.Min(planned => planned.Key), StringComparer.Ordinal);
        foreach (var scenario in scenarios)
        {
            var smallest = Array.IndexOf(sizes, sizes.Min());
            sizes[smallest] += scenario.Count();
            if (smallest == Index - 1)
            {
                own.UnionWith(scenario);
            }
        }

        return [.. cases.Where(own.Contains)];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
