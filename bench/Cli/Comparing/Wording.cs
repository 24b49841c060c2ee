using Bench.Results;

namespace Bench.Cli.Comparing;

/// <summary>Lists that stay one line.</summary>
internal static class Wording
{
    private const int Most = 3;

    /// <summary>The first three, and how many more there are.</summary>
    public static string Some(IReadOnlyCollection<string> items) =>
        string.Join("; ", items.Take(Most)) + (items.Count > Most ? $"; and {items.Count - Most} more" : "");

    /// <summary>A case by its model, terms and those of its parameters in which its workload's cases differ.</summary>
    public static string Name(PlannedCase planned, IEnumerable<PlannedCase> all)
    {
        var varying = planned.Parameters.VaryingAmong(
            all.Where(other => other.Workload == planned.Workload).Select(other => other.Parameters)
        );
        var model = VariantName.Of(planned.Model, planned.Variant, ":");
        return $"{planned.Workload}/{model}/{planned.Terms}{(varying.Count == 0 ? "" : $"/{varying}")}";
    }
}
