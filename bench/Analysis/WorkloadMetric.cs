using System.Text;

namespace Bench.Analysis;

/// <summary>Makes a metric of a workload's own figure, reading unit and direction from its camelCase name.</summary>
internal static class WorkloadMetric
{
    private static readonly (string Word, Unit Unit)[] Units =
    [
        ("PerSecond", Unit.PerSecond),
        ("Bytes", Unit.Bytes),
        ("Nanoseconds", Unit.Nanoseconds),
        ("Microseconds", Unit.Microseconds),
        ("Milliseconds", Unit.Milliseconds),
        ("Seconds", Unit.Seconds),
        ("Fraction", Unit.Fraction),
        ("Share", Unit.Fraction),
    ];

    public static Metric Named(string name)
    {
        var (word, unit) = Units.FirstOrDefault(pair =>
            name.Contains(pair.Word, StringComparison.OrdinalIgnoreCase)
        );
        return new(
            name,
            Title(name, word, unit),
            unit,
            unit == Unit.PerSecond,
            sample => sample.Metrics.TryGetValue(name, out var value) ? value : null
        );
    }

    // The values say the unit: "Recovery time" and "Spike p95", not "Recovery milliseconds".
    private static string Title(string name, string? word, Unit unit)
    {
        var isTime = unit is Unit.Nanoseconds or Unit.Microseconds or Unit.Milliseconds or Unit.Seconds;
        if (!isTime || !name.EndsWith(word!, StringComparison.Ordinal))
        {
            return Words(name);
        }

        var what = name[..^word!.Length];
        return char.IsAsciiDigit(what[^1]) ? Words(what) : $"{Words(what)} time";
    }

    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(words.Length == 0 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
