using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;

namespace Bench.Reporter.Markdown;

/// <summary>
/// Makes data harmless in GitHub's Markdown and keeps it readable: a backslash before what would format, entities for
/// what would be HTML, one line.
/// </summary>
internal static partial class MarkdownText
{
    /// <summary>Text for paragraphs, headings, lists and cells of tables.</summary>
    public static string Escape(string text) => Formatting().Replace(Entities(text), @"\$0").Trim();

    /// <summary>Text for a picture's description, where brackets must not close it.</summary>
    public static string EscapeAlt(string text) => Described().Replace(Entities(text), @"\$0").Trim();

    /// <summary>Code in backticks, in a cell of a table or elsewhere.</summary>
    public static string Code(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
        return line.Contains('`', StringComparison.Ordinal) ? Escape(text) : $"`{line}`";
    }

    /// <summary>Gives templates the filters <c>md</c>, <c>alt</c> and <c>code</c>.</summary>
    public static void AddTo(FilterCollection filters)
    {
        Add(filters, "md", Escape);
        Add(filters, "alt", EscapeAlt);
        Add(filters, "code", Code);
    }

    private static void Add(FilterCollection filters, string name, Func<string, string> escape) =>
        filters.AddFilter(
            name,
            (input, _, _) =>
                new ValueTask<FluidValue>(new StringValue(escape(input.ToStringValue()), encode: false))
        );

    private static string Entities(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .ReplaceLineEndings(" ");

    // A bracket matters only where a link could follow, so that intervals stay readable; '#', '-', '+' and digits only at the start.
    [GeneratedRegex(@"[\\`*_|~$]|\](?=\s*[(\[:])|^\s*[#+-]|(?<=^\s*\d+)[.)](?=\s|$)")]
    private static partial Regex Formatting();

    [GeneratedRegex(@"[\\`*_|~$\[\]]")]
    private static partial Regex Described();
}
