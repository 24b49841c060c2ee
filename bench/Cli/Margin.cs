using System.Globalization;

namespace Bench.Cli;

/// <summary>Margins as words.</summary>
internal static class Margin
{
    /// <summary>Reads the value of <c>--margin</c>, such as <c>5%</c>.</summary>
    /// <exception cref="UserException">It is no percentage between 0 and 100.</exception>
    public static double Parse(string text) =>
        text.EndsWith('%')
        && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
        && percent is > 0 and < 100
            ? percent / 100
            : throw new UserException($"--margin {text}: give a percentage such as 5%");

    /// <summary>In the form that <see cref="Parse"/> reads.</summary>
    public static string Format(double margin) =>
        string.Create(CultureInfo.InvariantCulture, $"{margin * 100:0.####}%");
}
