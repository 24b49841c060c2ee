using System.Diagnostics;
using System.Globalization;

namespace Bench.Backend.Sqlite;

/// <summary>A folder among the temporary ones whose name has its owner's process id: what a killed process left is found by it and deleted.</summary>
internal sealed class TemporaryFolder
{
    private const string Prefix = "bench-sqlite-";

    private TemporaryFolder(string path) => Path = path;

    public string Path { get; }

    public static TemporaryFolder Create()
    {
        foreach (var left in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), $"{Prefix}*"))
        {
            if (!IsOwned(System.IO.Path.GetFileName(left)))
            {
                new TemporaryFolder(left).Delete();
            }
        }

        return new(Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName);
    }

    /// <summary>Deletes it as far as that can be done: a later process tries again.</summary>
    public void Delete()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process was faster, or it is another user's.
        }
    }

    // Anything whose name does not say whose it is is left alone.
    private static bool IsOwned(string name)
    {
        if (!int.TryParse(name[Prefix.Length..].Split('-')[0], CultureInfo.InvariantCulture, out var id))
        {
            return true;
        }

        try
        {
            using var owner = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
