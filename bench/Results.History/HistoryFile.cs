using System.IO.Compression;
using System.Text.Json;

namespace Bench.Results.History;

/// <summary>
/// A history as a file that any store takes in: one JSON document a line, compressed by gzip when its name ends in <c>.gz</c>.
/// The same runs give the same bytes, whatever database they come from.
/// </summary>
public static class HistoryFile
{
    /// <summary>Writes all runs, oldest first; the file is then whole, or as it was.</summary>
    /// <exception cref="ResultsException">The file is something else, or the history cannot be read.</exception>
    public static HistoryTotals Export(IHistoryStore store, string path)
    {
        if (File.Exists(path) && !HistoryFileReader.IsHistory(path))
        {
            throw new ResultsException($"{path} is there and no exported history; give another name");
        }

        using var bytes = new MemoryStream();
        HistoryTotals totals;
        using (var stream = Writing(bytes, path))
        {
            totals = Write(store, stream);
        }

        AtomicFile.Write(path, bytes.ToArray());
        return totals;
    }

    /// <summary>Adds all runs of the file, each as <see cref="IHistoryStore.Add"/> does; none when the file is damaged.</summary>
    /// <returns>What was in the file, and how many of its samples were new.</returns>
    /// <exception cref="ResultsException">The file cannot be read, or the history not written.</exception>
    public static (HistoryTotals File, int Added) Import(
        IHistoryStore store,
        string path,
        ExtractValues extract
    )
    {
        // Read to its end before anything is added.
        var totals = HistoryFileReader
            .Runs(path)
            .Aggregate(HistoryTotals.None, (sum, run) => sum.With(run.Samples.Count));
        var added = HistoryFileReader
            .Runs(path)
            .Sum(run => store.Add(run.Manifest, run.Samples, extract).Added);
        return (totals, added);
    }

    private static Stream Writing(MemoryStream bytes, string path) =>
        path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(bytes, CompressionLevel.Optimal)
            : bytes;

    private static HistoryTotals Write(IHistoryStore store, Stream stream)
    {
        var totals = HistoryTotals.None;
        Write(stream, new() { History = new(HistoryHeader.Current) });
        foreach (var run in store.Runs(RunFilter.All))
        {
            var (manifest, samples) = store.Load(run);
            Write(stream, new() { Manifest = manifest });
            foreach (var sample in samples)
            {
                Write(stream, new() { Sample = sample });
            }

            totals = totals.With(samples.Count);
        }

        Write(stream, new() { End = totals });
        return totals;
    }

    private static void Write(Stream stream, HistoryLine line)
    {
        JsonSerializer.Serialize(stream, line, HistoryJson.Default.HistoryLine);
        stream.WriteByte((byte)'\n');
    }
}
