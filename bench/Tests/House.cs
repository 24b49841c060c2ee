using System.Runtime.CompilerServices;

namespace Bench.Tests;

/// <summary>Where the repository is.</summary>
internal static class House
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));
    public static string Bench { get; } = Path.Combine(Root, "bench");

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
