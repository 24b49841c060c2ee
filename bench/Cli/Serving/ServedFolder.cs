using Bench.Reporter.Home;
using Bench.Results;
using Bench.Site;

namespace Bench.Cli.Serving;

/// <summary>A folder with runs in it, or a run itself, as a site shows it: looked at anew each time.</summary>
/// <param name="path">The folder.</param>
internal sealed class ServedFolder(string path)
{
    private const int Depth = 3;

    private static readonly Dictionary<string, string> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = SitePart.Html,
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".md"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".jsonl"] = "application/x-ndjson; charset=utf-8",
    };

    private static readonly char[] s_noName = [.. System.IO.Path.GetInvalidFileNameChars(), '\\', '/'];

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Folders of runs, in the folder and in folders within it.</summary>
    public IEnumerable<string> Runs() => RunsIn(Path, Depth);

    /// <summary>A file of a run, the page of one of its folders, or what there is in one.</summary>
    /// <param name="path">Names from this folder on, with slashes between them.</param>
    /// <returns>Null for what is none, is no part of a run, is hidden, or is of a kind that no page links to.</returns>
    public SitePart? Find(string path)
    {
        string[] names = path.Length == 0 ? [] : path.TrimEnd('/').Split('/');
        if (Array.Exists(names, IsHidden))
        {
            return null;
        }

        var (place, isRun) = (Path, IsRun(Path));
        foreach (var name in names)
        {
            place = System.IO.Path.Combine(place, name);
            // A run may lie elsewhere, but what is in it may not.
            if (isRun && IsLink(place))
            {
                return null;
            }

            isRun = isRun || IsRun(place);
        }

        return !isRun ? null
            : Directory.Exists(place) ? PageOf(place)
            : FileAt(place, isFolder: false);
    }

    private static SitePart? PageOf(string folder) =>
        FileAt(System.IO.Path.Combine(folder, "index.html"), isFolder: true)
        ?? SitePart.Page(FolderPage.Of(folder, IsRun(folder), Entries(folder)), isFolder: true);

    private static SitePart? FileAt(string file, bool isFolder) =>
        s_types.TryGetValue(System.IO.Path.GetExtension(file), out var type)
        && File.Exists(file)
        && (!isFolder || !IsLink(file))
            ? new(type, null, file, isFolder)
            : null;

    // Folders first.
    private static IEnumerable<string> Entries(string folder) =>
        Directory
            .EnumerateDirectories(folder)
            .Select(entry => $"{System.IO.Path.GetFileName(entry)}/")
            .Order(StringComparer.Ordinal)
            .Concat(
                Directory
                    .EnumerateFiles(folder)
                    .Where(entry => s_types.ContainsKey(System.IO.Path.GetExtension(entry)))
                    .Select(entry => System.IO.Path.GetFileName(entry))
                    .Order(StringComparer.Ordinal)
            )
            .Where(name => !IsHidden(name.TrimEnd('/')));

    private static IEnumerable<string> RunsIn(string folder, int depth) =>
        (IsRun(folder) ? new[] { folder } : []).Concat(
            depth == 0
                ? []
                : Folders(folder)
                    .Where(inner =>
                        System.IO.Path.GetFileName(inner) is var name && name != "charts" && !IsHidden(name)
                    )
                    .SelectMany(inner => RunsIn(inner, depth - 1))
        );

    private static string[] Folders(string folder)
    {
        try
        {
            return Directory.GetDirectories(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsHidden(string name) =>
        name.Length == 0 || name[0] == '.' || name.IndexOfAny(s_noName) >= 0;

    private static bool IsRun(string folder) => File.Exists(new RunFolder(folder).ManifestPath);

    private static bool IsLink(string place) => new FileInfo(place).LinkTarget is not null;
}
