using System.IO.Compression;
using System.Text.Json;

namespace Bench.Results.History;

/// <summary>Reads an exported history run by run.</summary>
internal static class HistoryFileReader
{
    private static ReadOnlySpan<byte> GzipMagic => [0x1F, 0x8B];

    /// <summary>True when the file begins as an exported history does.</summary>
    public static bool IsHistory(string path)
    {
        try
        {
            return Lines(path).First().Line.History is not null;
        }
        catch (Exception error) when (error is ResultsException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <exception cref="ResultsException">The file is not there, is something else or newer, is damaged or was cut off.</exception>
    public static IEnumerable<(RunManifest Manifest, List<Sample> Samples)> Runs(string path)
    {
        var totals = HistoryTotals.None;
        RunManifest? manifest = null;
        List<Sample> samples = [];
        HistoryTotals? end = null;
        foreach (var (line, where) in Lines(path))
        {
            if (end is not null)
            {
                throw new ResultsException($"{where}: a line after the last; export the history again");
            }

            if (line.Sample is { } sample)
            {
                samples.Add(Checked(sample, manifest, where));
                continue;
            }

            if (manifest is not null)
            {
                totals = totals.With(samples.Count);
                yield return (manifest, samples);
            }

            (manifest, samples, end) = (line.Manifest, [], line.End);
        }

        if (end != totals)
        {
            throw new ResultsException(
                $"{path} was cut off: it has {totals.Samples} samples of {totals.Runs} runs and {(end is null ? "no end" : $"tells of {end.Samples} of {end.Runs}")}; export the history again"
            );
        }
    }

    private static Sample Checked(Sample sample, RunManifest? manifest, string where) =>
        sample.Run == manifest?.Run
            ? sample
            : throw new ResultsException(
                $"{where}: a sample of run '{sample.Run}' among those of run '{manifest?.Run}'; export the history again"
            );

    private static IEnumerable<(HistoryLine Line, string Where)> Lines(string path)
    {
        using var reader = Open(path);
        for (var number = 1; Line(reader, $"{path}:{number}") is { } line; number++)
        {
            if (number == 1 && line.History is null)
            {
                throw new ResultsException(
                    $"{path} is no exported history; give a file that history export wrote"
                );
            }

            yield return (line, $"{path}:{number}");
        }
    }

    private static StreamReader Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new ResultsException($"{path}: there is no such file; give one that history export wrote");
        }

        var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[GzipMagic.Length];
        var isCompressed =
            file.ReadAtLeast(head, head.Length, false) == head.Length && head.SequenceEqual(GzipMagic);
        file.Position = 0;
        return new(isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    private static HistoryLine? Line(StreamReader reader, string where)
    {
        try
        {
            var text = reader.ReadLine();
            return text is null
                ? null
                : Known(JsonSerializer.Deserialize(text, HistoryJson.Default.HistoryLine), where);
        }
        catch (Exception error)
            when (error is JsonException or InvalidDataException or InvalidOperationException)
        {
            throw new ResultsException(
                $"{where}: not a line of an exported history ({error.Message.Split('\n')[0]}); export it again",
                error
            );
        }
    }

    private static HistoryLine Known(HistoryLine? line, string where)
    {
        if (line is null)
        {
            throw new JsonException("the line is null");
        }

        var known = Sample.CurrentSchemaVersion;
        return
            (line.History?.SchemaVersion ?? HistoryHeader.Current) == HistoryHeader.Current
            && (line.Manifest?.SchemaVersion ?? known) == known
            && (line.Sample?.SchemaVersion ?? known) == known
            ? line
            : throw new ResultsException(
                $"{where}: a schema version that this suite does not read; use the version of the suite that wrote it"
            );
    }
}
