namespace Bench.RuntimeLanes;

/// <summary>Finds programs as a shell would, without starting any.</summary>
internal static class PathSearch
{
    private static readonly string[] s_endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ""] : [""];

    /// <summary>Full path of a program on the PATH, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => s_endings.Select(ending => Path.Combine(folder, program + ending)))
            .FirstOrDefault(File.Exists);
}
