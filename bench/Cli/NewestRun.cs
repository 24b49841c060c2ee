using Bench.Results;

namespace Bench.Cli;

/// <summary>Finds the run that was begun last.</summary>
internal static class NewestRun
{
    /// <summary>The newest run folder under <c>reports/</c>, the reference among them; null when there is none.</summary>
    public static RunFolder? Find()
    {
        var reports = Path.Combine(BuildFacts.Repository, "reports");
        return Directory.Exists(reports)
            ? Directory
                .EnumerateDirectories(reports)
                .Select(path => new RunFolder(path))
                .Select(folder => (folder, StartedAt: StartedAt(folder)))
                .Where(pair => pair.StartedAt is not null)
                .MaxBy(pair => pair.StartedAt)
                .folder
            : null;
    }

    private static DateTimeOffset? StartedAt(RunFolder folder)
    {
        try
        {
            return folder.ReadManifest().StartedAt;
        }
        catch (ResultsException)
        {
            return null;
        }
    }
}
