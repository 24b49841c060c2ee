namespace Bench.RuntimeLanes;

/// <summary>Finds the tools of a runtime as a shell would, and in the folders that it declares besides, without starting any.</summary>
/// <param name="declared">What the model declares.</param>
/// <param name="tools">Names of the tools.</param>
internal sealed class ToolSearch(ToolchainAttribute declared, IReadOnlyList<string> tools)
{
    private static readonly string[] s_endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ""] : [""];

    /// <summary>Full path of a tool; null when there is none that will do.</summary>
    public string? Find(string tool) =>
        declared.VersionIn is not null
            ? Together is { } folder
                ? In(folder, tool)
                : null
            : OnPath.Select(folder => In(folder, tool)).FirstOrDefault(path => path is not null);

    // What one version builds another need not start, so tools that say their version come from one folder.
    private string? Together =>
        OnPath
            .Concat(declared.Folders.SelectMany(Matches))
            .FirstOrDefault(folder => tools.All(tool => In(folder, tool) is { } path && WillDo(path)));

    private static IEnumerable<string> OnPath =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );

    // A variable that is not set stays as it is, and is no folder.
    private static IEnumerable<string> Matches(string pattern)
    {
        var parts = Environment.ExpandEnvironmentVariables(pattern).Split('*', 2);
        return parts.Length == 1 ? parts
            : !Directory.Exists(parts[0]) ? []
            : Directory
                .EnumerateDirectories(parts[0])
                .Order(StringComparer.Ordinal)
                .Select(folder => folder + parts[1]);
    }

    private static string? In(string folder, string tool) =>
        s_endings.Select(ending => Path.Combine(folder, tool + ending)).FirstOrDefault(File.Exists);

    private bool WillDo(string tool) =>
        declared.VersionIn!.Split(':', 2) is [var file, var name]
        && Said(Path.Combine(FolderOf(tool), file), name) is { } version
        && RuntimeVersion.IsAtLeast(version, declared.Least);

    // A name on the PATH is often a link into the folder of a version.
    private static string FolderOf(string tool) =>
        Path.GetDirectoryName(
            File.ResolveLinkTarget(tool, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(tool)
        )!;

    private static string? Said(string file, string name) =>
        File.Exists(file)
            ? File.ReadLines(file)
                .FirstOrDefault(line => line.StartsWith($"{name}=", StringComparison.Ordinal))
            : null;
}
