using System.Globalization;

namespace Bench.Measurement.Machine;

/// <summary>Small files of /proc and /sys; null where they are missing.</summary>
internal static class LinuxFile
{
    public static string? Text(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The value of the first line <c>name : value</c>.</summary>
    public static string? Value(string path, string name) =>
        Text(path)
            ?.Split('\n')
            .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))
            ?.Split(':', 2)[^1]
            .Trim();

    public static bool Has(string path, string word) =>
        Text(path)?.Contains(word, StringComparison.Ordinal) ?? false;

    public static long? Number(string path) =>
        long.TryParse(Text(path), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The first of a file's numbers.</summary>
    public static double? FirstNumber(string path) =>
        double.TryParse(Text(path)?.Split(' ')[0], CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
