using System.Globalization;

namespace Bench.Analysis;

/// <summary>Prints values with the unit that suits their size, to three significant digits, culture-invariant.</summary>
public static class Quantities
{
    private static readonly (double Size, string Name)[] Times =
    [
        (1e9, " s"),
        (1e6, " ms"),
        (1e3, " µs"),
        (1, " ns"),
    ];

    private static readonly (double Size, string Name)[] Sizes =
    [
        (1024d * 1024 * 1024, " GiB"),
        (1024d * 1024, " MiB"),
        (1024, " KiB"),
        (1, " B"),
    ];

    /// <summary>A count with its noun: <c>1 round</c>, <c>5 rounds</c>, <c>2 launches</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="what">The noun for one.</param>
    /// <param name="plural">What the noun ends in for several.</param>
    public static string Counted(int count, string what, string plural = "s") =>
        $"{count} {what}{(count == 1 ? "" : plural)}";

    /// <summary>
    /// For example <c>1.20 ms</c>, <c>72.4 MiB</c>, <c>9,560/s</c>, <c>3.21 %</c>; whole counts are printed exactly.
    /// Values that are not finite are printed as <c>–</c>.
    /// </summary>
    public static string Format(double value, Unit unit) =>
        unit switch
        {
            _ when !double.IsFinite(value) => "–",
            Unit.Nanoseconds => Scaled(value, Times),
            Unit.Microseconds => Scaled(value * 1e3, Times),
            Unit.Milliseconds => Scaled(value * 1e6, Times),
            Unit.Seconds => Scaled(value * 1e9, Times),
            Unit.Bytes => Scaled(value, Sizes),
            Unit.PerSecond => $"{Significant(value)}/s",
            Unit.Fraction => $"{Significant(value * 100)} %",
            Unit.Count when value == Math.Round(value) => value.ToString("N0", CultureInfo.InvariantCulture),
            _ => Significant(value),
        };

    /// <summary>A centre with its interval, such as <c>1.20 ms [1.15 ms – 1.26 ms]</c>, or why it has none.</summary>
    public static string Format(Estimate estimate, Unit unit) =>
        estimate is { Low: { } low, High: { } high }
            ? $"{Format(estimate.Value, unit)} [{Format(low, unit)} – {Format(high, unit)}]"
            : $"{Format(estimate.Value, unit)} [no interval from {Counted(estimate.Count, "launch", "es")}]";

    /// <summary>A ratio or other pure number to three significant digits, such as <c>0.413</c> or <c>12,300</c>.</summary>
    public static string Significant(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value == 0 ? "0" : "–";
        }

        var rounded = Round(value);
        var decimals = Math.Clamp(2 - Magnitude(rounded), 0, 15);
        return rounded.ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }

    private static string Scaled(double value, (double Size, string Name)[] scale)
    {
        var (size, name) = Array.Find(scale, step => Math.Abs(Round(value / step.Size)) >= 1);
        return name is null ? $"{Significant(value)}{scale[^1].Name}" : $"{Significant(value / size)}{name}";
    }

    private static double Round(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        var step = Math.Pow(10, Magnitude(value) - 2);
        return Math.Round(value / step) * step;
    }

    private static int Magnitude(double value) => (int)Math.Floor(Math.Log10(Math.Abs(value)));
}
