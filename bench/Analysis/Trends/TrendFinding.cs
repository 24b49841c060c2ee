namespace Bench.Analysis.Trends;

/// <summary>A change with the series that it is in.</summary>
/// <param name="Trend">The series.</param>
/// <param name="Change">The change.</param>
public sealed record TrendFinding(SeriesTrend Trend, TrendChange Change)
{
    /// <summary>The last run before the change.</summary>
    public TrendPoint Before => Trend.Points[Change.Before];

    /// <summary>The first run after it.</summary>
    public TrendPoint First => Trend.Points[Change.At];

    /// <summary>What else is known to have changed between the two: runtime and packages.</summary>
    public IReadOnlyList<string> Alongside
    {
        get
        {
            var (before, after) = (Before.Source, First.Source);
            return
            [
                .. Changed("runtime", before.Runtime, after.Runtime),
                .. before
                    .Packages.Keys.Union(after.Packages.Keys)
                    .Order(StringComparer.Ordinal)
                    .SelectMany(name =>
                        Changed(
                            name,
                            before.Packages.GetValueOrDefault(name),
                            after.Packages.GetValueOrDefault(name)
                        )
                    ),
            ];
        }
    }

    private static IEnumerable<string> Changed(string name, string? before, string? after) =>
        before == after ? [] : [$"{name} {before ?? "none"} → {after ?? "none"}"];
}
