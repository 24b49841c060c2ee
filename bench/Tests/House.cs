using System.Runtime.CompilerServices;

namespace Bench.Tests;

/// <summary>Where the repository is.</summary>
internal static class House
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));
    public static string Bench { get; } = Path.Combine(Root, "bench");

    /// <summary>Names of the models' projects: every folder with a Model.cs, at whatever depth.</summary>
    public static IReadOnlySet<string> Models { get; } =
        Directory
            .EnumerateFiles(Bench, "Model.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(Path.GetDirectoryName(path)!))
            .ToHashSet(StringComparer.Ordinal);

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
