using System.Globalization;

namespace Bench.Reporter.Csv;

/// <summary>Fields of comma-separated values (RFC 4180).</summary>
internal static class CsvText
{
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>
    /// A text field: quoted where needed; one that a spreadsheet would take for a formula gets an apostrophe before it.
    /// </summary>
    public static string Field(string text)
    {
        var safe =
            text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny("\",\r\n")
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    /// <summary>A number, exactly; empty when there is none.</summary>
    public static string Field(double? number) =>
        number is { } value && double.IsFinite(value)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : "";

    public static string Field(long number) => number.ToString(CultureInfo.InvariantCulture);
}
