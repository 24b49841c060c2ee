using System.Globalization;

namespace Bench.Cli;

/// <summary>The margin as words.</summary>
internal static class Margin
{
    /// <summary>What <c>--margin</c> asks for, as a fraction.</summary>
    /// <exception cref="UserException">It is no percentage between 0 and 100.</exception>
    public static double Parse(string text) =>
        text.EndsWith('%')
        && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
        && percent is > 0 and < 100
            ? percent / 100
            : throw new UserException($"--margin {text}: give a percentage such as 5%");
}
