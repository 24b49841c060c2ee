using Bench.Results;

namespace Bench.Cli;

/// <summary>Folders to write to.</summary>
internal static class OutputFolder
{
    /// <summary>The folder in which a new one would have to be made: it can be tried without making that.</summary>
    /// <param name="path">The new folder, or an empty one that is there; null for one under reports/.</param>
    public static string ToTry(string? path)
    {
        if (path is not { Length: > 0 })
        {
            return Path.Combine(BuildFacts.Repository, "reports");
        }

        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Directory.Exists(folder) ? folder : Path.GetDirectoryName(folder) ?? folder;
    }

    /// <summary>Creates the folder, which must be new or empty, and makes sure that it can be written to.</summary>
    /// <exception cref="UserException">It is not empty or cannot be written.</exception>
    public static RunFolder Create(string path)
    {
        var folder = new RunFolder(path);
        try
        {
            if (File.Exists(folder.Path))
            {
                throw new UserException($"{folder.Path} is a file; give a folder");
            }

            Directory.CreateDirectory(folder.Path);
            if (Directory.EnumerateFileSystemEntries(folder.Path).Any())
            {
                throw new UserException(
                    $"{folder.Path} is not empty; give a new folder, or --resume {path} to continue a run"
                );
            }

            AtomicFile.Write(folder.In("probe"), []);
            File.Delete(folder.In("probe"));
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{folder.Path} cannot be written: {error.Message}", error);
        }
    }
}
