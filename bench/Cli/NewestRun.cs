using Bench.Results;

namespace Bench.Cli;

/// <summary>Finds the run that was begun last.</summary>
internal static class NewestRun
{
    /// <summary>The newest under <c>reports/</c>, the reference among them; null when there is none.</summary>
    public static RunFolder? Find() => In(Path.Combine(BuildFacts.Repository, "reports"));

    /// <summary>
    /// The newest of the runs in a folder; null when there is none. Capacity runs and calibrations are none that models are
    /// judged by, and what cannot be read is passed over.
    /// </summary>
    public static RunFolder? In(string reports) =>
        Directory.Exists(reports)
            ? Directory
                .EnumerateDirectories(reports)
                .Select(path => new RunFolder(path))
                .Select(folder => (folder, StartedAt: StartedAt(folder)))
                .Where(pair => pair.StartedAt is not null)
                .OrderByDescending(pair => pair.StartedAt)
                .Select(pair => pair.folder)
                .FirstOrDefault()
            : null;

    private static DateTimeOffset? StartedAt(RunFolder folder)
    {
        try
        {
            var manifest = folder.ReadManifest();
            return manifest.Capacity is null && PresetName.Is(manifest.Preset) ? manifest.StartedAt : null;
        }
        catch (Exception error) when (error is ResultsException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
