using System.Globalization;

namespace Bench.Measurement.Machine;

/// <summary>Small files of /proc and /sys; null where they are missing.</summary>
/// <param name="root">What stands for the root folder: a folder of fixtures in tests.</param>
internal sealed class LinuxFiles(string root = "/")
{
    /// <summary>True where there is a /proc to read: on Linux.</summary>
    public bool IsThere => File.Exists(At("/proc/stat"));

    public string? Text(string path)
    {
        try
        {
            return File.Exists(At(path)) ? File.ReadAllText(At(path)).Trim() : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public IReadOnlyList<string> Lines(string path) => Text(path)?.Split('\n') ?? [];

    /// <summary>The value of the first line <c>name : value</c>, or <c>name value</c>.</summary>
    public string? Value(string path, string name)
    {
        var line = Lines(path).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line?[name.Length..].TrimStart(' ', '\t', ':').Trim();
    }

    /// <summary>The number that a line's value begins with.</summary>
    public long? Number(string path, string name) => FirstLong(Value(path, name));

    /// <summary>The number that a file begins with.</summary>
    public long? Number(string path) => FirstLong(Text(path));

    /// <summary>The first of a file's numbers, which may have a fraction.</summary>
    public double? Fraction(string path) =>
        double.TryParse(Text(path)?.Split(' ')[0], CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public bool Has(string path, string word) =>
        Text(path)?.Contains(word, StringComparison.Ordinal) ?? false;

    /// <summary>The contents of a file that each processor has under /sys/devices/system/cpu/cpuN.</summary>
    public IReadOnlyList<string> OfEachProcessor(string file)
    {
        var folder = At("/sys/devices/system/cpu");
        return Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateDirectories(folder, "cpu*")
                    .Select(Path.GetFileName)
                    .Where(name => name!.Length > 3 && char.IsAsciiDigit(name[3]))
                    .Order(StringComparer.Ordinal)
                    .Select(name => Text($"/sys/devices/system/cpu/{name}/{file}"))
                    .OfType<string>(),
            ]
            : [];
    }

    private static long? FirstLong(string? text) =>
        long.TryParse(text?.Split([' ', '\t', '\n'], 2)[0], CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private string At(string path) => root == "/" ? path : Path.Combine(root, path.TrimStart('/'));
}
