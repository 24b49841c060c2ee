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

    /// <summary>Lines of at most this many pixels, broken between words; the last has an ellipsis where there is more.</summary>
    public static IReadOnlyList<string> Wrap(string text, float size, float width, int most)
    {
        var lines = new List<string> { "" };
        foreach (var word in OneLine(text).Split(' '))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines.Count < most && lines[^1].Length > 0 && ChartFont.Measure(longer, size) > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = longer;
            }
        }

        return [.. lines.Select(line => Fit(line, size, width))];
    }

    private static string OneLine(string text)
    {
        var line = XmlText.Clean(text.ReplaceLineEndings(" ").Replace('\t', ' '));
        return line.Length <= Longest ? line : line[..Longest];
    }
}
