using System.Globalization;
using System.Text.RegularExpressions;
using Bench.Results;

namespace Bench.Reporter.Words;

/// <summary>Parameters for readers: <c>backendMilliseconds=44</c> is <c>backend 44 ms</c>.</summary>
internal static partial class ParameterWords
{
    private static readonly (string Suffix, string Unit)[] Units =
    [
        ("Nanoseconds", " ns"),
        ("Microseconds", " µs"),
        ("Milliseconds", " ms"),
        ("PerSecond", "/s"),
        ("Seconds", " s"),
        ("Bytes", " B"),
        ("Percent", " %"),
    ];

    public static string Of(ParameterSet parameters) =>
        string.Join(", ", parameters.Select(item => $"{Name(item.Key)} {Value(item.Key, item.Value)}"));

    /// <summary>The name in words, without the unit.</summary>
    public static string Name(string key)
    {
        var unit = UnitOf(key);
        var bare = unit.Suffix is null ? key : key[..^unit.Suffix.Length];
        return bare.Length == 0
            ? key
            : Capitals().Replace(bare, match => $" {match.Value.ToLowerInvariant()}");
    }

    /// <summary>The value with its unit, thousands set apart.</summary>
    public static string Value(string key, string value)
    {
        var number = decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
            ? parsed.ToString("#,0.#########", CultureInfo.InvariantCulture)
            : value;
        return number + UnitOf(key).Unit;
    }

    private static (string Suffix, string Unit) UnitOf(string key) =>
        Array.Find(Units, unit => key.EndsWith(unit.Suffix, StringComparison.Ordinal));

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capitals();
}
