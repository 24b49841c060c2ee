namespace Bench.Cli.Gating;

/// <summary>What the compiler objects to.</summary>
internal static class CompilerErrors
{
    private const string Mark = ": error ";

    /// <summary>Each error once, in the compiler's order; without any, whatever it said first.</summary>
    /// <param name="output">All that it said.</param>
    /// <param name="suite">The folder of the suite; paths are shown from there.</param>
    public static IReadOnlyList<string> In(string output, string suite)
    {
        var lines = output.Split(
            '\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        var errors = lines.Where(line => line.Contains(Mark, StringComparison.Ordinal)).ToList();
        return [.. (errors.Count > 0 ? errors : lines.Take(1)).Select(line => Tidy(line, suite)).Distinct()];
    }

    // Paths within the suite say enough, and so does the line without its project.
    private static string Tidy(string line, string suite)
    {
        var within = line.Replace(
            Path.TrimEndingDirectorySeparator(suite) + Path.DirectorySeparatorChar,
            "",
            StringComparison.Ordinal
        );
        var project = within.LastIndexOf(" [", StringComparison.Ordinal);
        return project > 0 ? within[..project] : within;
    }
}
