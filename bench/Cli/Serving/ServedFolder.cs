using System.Collections.Concurrent;
using System.Text.Json;
using Bench.Analysis;
using Bench.Cli.Json;
using Bench.Reporter.Site;
using Bench.Results;

namespace Bench.Cli.Serving;

/// <summary>The runs in a folder, as a site shows them: read again when a manifest has changed.</summary>
internal sealed class ServedFolder(string path)
{
    private static readonly Dictionary<string, string> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".md"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".jsonl"] = "application/x-ndjson; charset=utf-8",
    };
    private readonly ConcurrentDictionary<string, (DateTime WrittenAt, RunHead? Head)> _heads = [];

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The runs, newest first; what cannot be read is left out.</summary>
    public IReadOnlyList<ServedRun> Runs() =>
        [
            .. Directory
                .EnumerateDirectories(Path)
                .AsParallel()
                .Select(folder => (Folder: new RunFolder(folder), Head: HeadOf(folder)))
                .Where(item => item.Head is not null)
                .OrderByDescending(item => item.Head!.StartedAt)
                .Select(item => Served(item.Folder, item.Head!)),
        ];

    /// <summary>A file of a run; null for what is none, has no business on a page, or lies outside.</summary>
    /// <param name="run">Name of the run's folder.</param>
    /// <param name="file">Path within it, with forward slashes.</param>
    public (string Path, string Type)? File(string run, string file)
    {
        var root = System.IO.Path.Combine(Path, run) + System.IO.Path.DirectorySeparatorChar;
        var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, file));
        return
            System.IO.Path.GetFullPath(root) == root
            && full.StartsWith(root, StringComparison.Ordinal)
            && run.IndexOfAny(['/', '\\']) < 0
            && s_types.TryGetValue(System.IO.Path.GetExtension(full), out var type)
            && System.IO.File.Exists(full)
            ? (full, type)
            : null;
    }

    private static ServedRun Served(RunFolder folder, RunHead head) =>
        new(
            $"/runs/{Uri.EscapeDataString(System.IO.Path.GetFileName(folder.Path))}/",
            head.Run,
            $"{head.StartedAt:yyyy-MM-dd HH:mm} UTC",
            head.Preset,
            $"{Quantities.Counted(head.Workloads.Count, "workload")} × {Quantities.Counted(head.Models.Count, "model")}, {Quantities.Counted(head.Cases.Count, "case")}, {Quantities.Counted(head.Rounds, "round")}",
            $"{head.Machine.Processor}, {Quantities.Counted(head.Machine.LogicalProcessors, "processor")}, {head.Machine.Runtime}",
            head.Commit ?? "",
            System.IO.File.Exists(folder.In("index.html"))
        );

    private RunHead? HeadOf(string folder)
    {
        var manifest = new RunFolder(folder).ManifestPath;
        var writtenAt = System.IO.File.GetLastWriteTimeUtc(manifest);
        if (_heads.TryGetValue(folder, out var known) && known.WrittenAt == writtenAt)
        {
            return known.Head;
        }

        var head = Read(manifest);
        _heads[folder] = (writtenAt, head);
        return head;
    }

    private static RunHead? Read(string manifest)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(manifest);
            return JsonSerializer.Deserialize(stream, CliJson.Default.RunHead);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
