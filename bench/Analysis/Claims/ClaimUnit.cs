namespace Bench.Analysis.Claims;

/// <summary>A unit that a threshold may be written in.</summary>
/// <param name="Name">As written: <c>milliseconds</c>.</param>
/// <param name="Kind">What it measures: units of one kind convert.</param>
/// <param name="Size">In the smallest unit of its kind.</param>
/// <param name="Symbol">As printed behind a value.</param>
public sealed record ClaimUnit(string Name, string Kind, double Size, string Symbol)
{
    private const string Time = "time";
    private const string Memory = "memory";
    private const string Share = "share";

    /// <summary>All that there are.</summary>
    public static IReadOnlyList<ClaimUnit> All { get; } =
    [
        new("nanoseconds", Time, 1, " ns"),
        new("microseconds", Time, 1e3, " µs"),
        new("milliseconds", Time, 1e6, " ms"),
        new("seconds", Time, 1e9, " s"),
        new("bytes", Memory, 1, " B"),
        new("kilobytes", Memory, 1e3, " kB"),
        new("megabytes", Memory, 1e6, " MB"),
        new("mebibytes", Memory, 1024 * 1024, " MiB"),
        new("fraction", Share, 1, ""),
        new("percent", Share, 0.01, " %"),
        new("perSecond", "rate", 1, "/s"),
        new("count", "count", 1, ""),
    ];

    /// <summary>The unit of that name, or null.</summary>
    public static ClaimUnit? Find(string name) => All.FirstOrDefault(unit => unit.Name == name);

    /// <summary>The unit that a metric's own values are in.</summary>
    public static ClaimUnit Of(Unit unit)
    {
        var name = $"{unit}";
        return Find(char.ToLowerInvariant(name[0]) + name[1..])!;
    }

    /// <summary>A value of this unit in the metric's own.</summary>
    public double ToMetric(double value, Unit unit) => value * Size / Of(unit).Size;

    /// <summary>A value of the metric in this unit.</summary>
    public double FromMetric(double value, Unit unit) => value * Of(unit).Size / Size;
}
