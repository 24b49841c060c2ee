using Bench.Reporter.Fonts;

namespace Bench.Reporter.Charts;

/// <summary>Text that fits into pictures.</summary>
internal static class Labels
{
    private const int Longest = 400;

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

    /// <summary>
    /// One line, or two of like length where one is too narrow: broken after a comma, else between words, and cut with an ellipsis
    /// where there is more.
    /// </summary>
    public static IReadOnlyList<string> OneOrTwoLines(string text, float size, float width)
    {
        var line = OneLine(text);
        if (ChartFont.Measure(line, size) <= width)
        {
            return [line];
        }

        var spaces = line.Index().Where(letter => letter.Item == ' ').Select(letter => letter.Index).ToList();
        return Even(spaces.Where(at => at > 0 && line[at - 1] == ','))
            ?? Even(spaces)
            ?? (
                spaces.FindLast(at => ChartFont.Measure(line[..at], size) <= width) is > 0 and var last
                    ? [line[..last], Fit(line[(last + 1)..], size, width)]
                    : [Fit(line, size, width)]
            );

        string[]? Even(IEnumerable<int> breaks) =>
            breaks
                .Select(at => new[] { line[..at], line[(at + 1)..] })
                .Where(lines => Widest(lines) <= width)
                .MinBy(Widest);

        float Widest(string[] lines) => lines.Max(half => ChartFont.Measure(half, size));
    }

    private static string OneLine(string text)
    {
        var line = XmlText.Clean(text.ReplaceLineEndings(" ").Replace('\t', ' '));
        return line.Length <= Longest ? line : line[..Longest];
    }
}
