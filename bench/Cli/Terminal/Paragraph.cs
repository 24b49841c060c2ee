using System.Text;

namespace Bench.Cli.Terminal;

/// <summary>A sentence in lines that a terminal need not break.</summary>
internal static class Paragraph
{
    private const string Indent = "  ";

    /// <summary>Breaks a text between words; lines after the first are indented, and a word that is wider than a line is left whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Columns of a line.</param>
    public static string Wrap(string text, int width)
    {
        var wrapped = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > width)
            {
                wrapped.Append('\n').Append(Indent);
                used = Indent.Length;
            }
            else if (wrapped.Length > 0)
            {
                wrapped.Append(' ');
                used++;
            }

            wrapped.Append(word);
            used += word.Length;
        }

        return wrapped.ToString();
    }
}
