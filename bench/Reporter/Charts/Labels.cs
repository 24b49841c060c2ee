using Bench.Reporter.Fonts;

namespace Bench.Reporter.Charts;

/// <summary>Text that fits into pictures.</summary>
internal static class Labels
{
    private const int Longest = 200;

    /// <summary>One line of at most this many pixels, with an ellipsis where it was cut.</summary>
    public static string Fit(string text, float size, float width, bool bold = false)
    {
        var line = OneLine(text);
        if (ChartFont.Measure(line, size, bold) <= width)
        {
            return line;
        }

        var length = line.Length - 1;
        while (length > 1 && ChartFont.Measure($"{line[..length]}…", size, bold) > width)
        {
            length--;
        }

        return $"{line[..length].TrimEnd()}…";
    }

    private static string OneLine(string text)
    {
        var line = XmlText.Clean(text.ReplaceLineEndings(" ").Replace('\t', ' '));
        return line.Length <= Longest ? line : line[..Longest];
    }
}
