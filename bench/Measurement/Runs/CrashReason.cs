using System.Globalization;

namespace Bench.Measurement.Runs;

/// <summary>Says in one line how a process died.</summary>
internal static class CrashReason
{
    private const int MostCharacters = 300;
    private const int SignalBase = 128;

    /// <param name="exitCode">Exit code as a shell gives it: 128 + signal for a killed process.</param>
    /// <param name="errors">What the process wrote to standard error.</param>
    public static string Of(int exitCode, string errors)
    {
        var how = exitCode switch
        {
            0 => "exited without a sample",
            SignalBase + 6 => "aborted (exit code 134)",
            SignalBase + 9 => "was killed (exit code 137); out of memory is the usual cause",
            SignalBase + 11 => "had a segmentation fault (exit code 139)",
            _ => string.Create(CultureInfo.InvariantCulture, $"exited with code {exitCode}"),
        };
        var line =
            errors
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .FirstOrDefault(line =>
                    line.Contains("Exception", StringComparison.Ordinal)
                    || line.Contains("memory", StringComparison.OrdinalIgnoreCase)
                )
            ?? "";
        var cut = line.Length > MostCharacters ? line[..MostCharacters] + "…" : line;
        return cut.Length == 0
            ? $"crashed: the process {how}"
            : $"crashed: the process {how}: {cut}{Where(errors)}";
    }

    // The first frame of the suite's own code, without its file: where a reader looks first.
    private static string Where(string errors)
    {
        var frame = errors
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(line => line.StartsWith("at Bench.", StringComparison.Ordinal));
        return frame is null ? "" : $" ({frame.Split('(')[0]})";
    }
}
