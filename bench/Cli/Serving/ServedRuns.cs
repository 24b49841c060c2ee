using System.Collections.Concurrent;
using Bench.Analysis;
using Bench.Reporter.Home;
using Bench.Results;

namespace Bench.Cli.Serving;

/// <summary>What a site's first page says of each run: read again when a file that it comes from has changed.</summary>
internal sealed class ServedRuns
{
    private static ReadOnlySpan<byte> ClaimsAnchor => "<section id=\"claims\""u8;
    private readonly ConcurrentDictionary<string, (Stamp Stamp, ServedRun Run)> _known = [];

    /// <summary>The runs, newest first; those that cannot be read last.</summary>
    /// <param name="folders">Their folders, each with its address on the site, which ends in a slash.</param>
    public IReadOnlyList<ServedRun> Of(IEnumerable<(string Folder, string Address)> folders) =>
        [
            .. folders
                .AsParallel()
                .Select(item => Of(item.Folder, item.Address))
                .OrderByDescending(run => run.StartedAt)
                .ThenBy(run => run.Address, StringComparer.Ordinal),
        ];

    private ServedRun Of(string path, string address)
    {
        var folder = new RunFolder(path);
        var stamp = Stamp.Of(folder);
        if (_known.TryGetValue(address, out var known) && known.Stamp == stamp)
        {
            return known.Run;
        }

        var run = Read(folder, address);
        _known[address] = (stamp, run);
        return run;
    }

    private static ServedRun Read(RunFolder folder, string address)
    {
        try
        {
            var manifest = folder.ReadManifest();
            var page = folder.In("index.html");
            var hasReport = File.Exists(page);
            return new ServedRun(address, manifest.Run)
            {
                StartedAt = manifest.StartedAt,
                Preset = manifest.Preset,
                Models = string.Join(", ", manifest.Models.Select(model => model.Id)),
                Size =
                    $"{Quantities.Counted(manifest.Workloads.Count, "workload")}, {Quantities.Counted(manifest.Cases.Count, "case")}, {Quantities.Counted(manifest.LastRound, "round")}",
                Validity = Validity(folder),
                Machine =
                    $"{manifest.Machine.Processor}, {Quantities.Counted(manifest.Machine.LogicalProcessors, "processor")}, {manifest.Machine.Runtime}",
                Commit = manifest.Commit,
                HasReport = hasReport,
                HasClaims = hasReport && File.ReadAllBytes(page).AsSpan().IndexOf(ClaimsAnchor) >= 0,
            };
        }
        catch (Exception error) when (error is ResultsException or IOException or UnauthorizedAccessException)
        {
            return new ServedRun(address, Path.GetFileName(folder.Path)) { Problem = error.Message };
        }
    }

    private static string Validity(RunFolder folder)
    {
        var (samples, valid) = SampleLog.Count(folder.SamplesPath);
        return samples == 0 ? "no samples yet"
            : valid == samples ? $"all {Quantities.Format(samples, Unit.Count)} samples"
            : $"{Quantities.Format(valid, Unit.Count)} of {Quantities.Format(samples, Unit.Count)} samples";
    }

    private sealed record Stamp(DateTime Manifest, DateTime Samples, DateTime Page)
    {
        public static Stamp Of(RunFolder folder) =>
            new(
                File.GetLastWriteTimeUtc(folder.ManifestPath),
                File.GetLastWriteTimeUtc(folder.SamplesPath),
                File.GetLastWriteTimeUtc(folder.In("index.html"))
            );
    }
}
