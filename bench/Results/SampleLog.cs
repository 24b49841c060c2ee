using System.Text.Json;

namespace Bench.Results;

/// <summary><c>samples.jsonl</c>: one sample a line, appended and flushed as each process ends.</summary>
public static class SampleLog
{
    /// <summary>Appends one sample as a whole line and has it on disk when this returns.</summary>
    public static void Append(string path, Sample sample)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(sample, ResultsJson.Default.Sample);
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write([.. line, (byte)'\n']);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Writes samples that are all there already into a new file, and has them on disk when this returns.</summary>
    public static void Write(string path, IEnumerable<Sample> samples)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        foreach (var sample in samples)
        {
            JsonSerializer.Serialize(stream, sample, ResultsJson.Default.Sample);
            stream.WriteByte((byte)'\n');
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>
    /// All samples in the file. A last line without its newline is a write that was cut off:
    /// it is left out, and <paramref name="tornBytes"/> gives its length (0 when the file ends whole).
    /// </summary>
    /// <exception cref="ResultsException">A whole line is not a sample of this schema version.</exception>
    public static List<Sample> Read(string path, out int tornBytes) =>
        Read(path, sample => sample, out tornBytes);

    /// <summary>As <see cref="Read(string, out int)"/>, each sample by its <see cref="Sample.FiguresOnly"/>.</summary>
    /// <exception cref="ResultsException">A whole line is not a sample of this schema version.</exception>
    public static List<Sample> ReadFigures(string path, out int tornBytes) =>
        Read(path, sample => sample.FiguresOnly(), out tornBytes);

    /// <summary>How many samples the file has and how many of them are valid, without reading them; none when there is no file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static (int Samples, int Valid) Count(string path)
    {
        if (!File.Exists(path))
        {
            return (0, 0);
        }

        var bytes = File.ReadAllBytes(path).AsSpan();
        // Within a string, quotes are escaped: only the property itself reads like this.
        return (bytes.Count((byte)'\n'), bytes.Count("\"valid\":true"u8));
    }

    /// <summary>Cuts a torn last line off, so that the next append starts on a line of its own.</summary>
    public static void DropTornLine(string path, int tornBytes)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write);
        stream.SetLength(stream.Length - tornBytes);
    }

    private static List<Sample> Read(string path, Func<Sample, Sample> keep, out int tornBytes)
    {
        var bytes = File.ReadAllBytes(path);
        var lines = Lines(bytes);
        tornBytes = bytes.Length - (lines.Count == 0 ? 0 : lines[^1].End.Value + 1);
        var samples = new Sample[lines.Count];
        var errors = new ResultsException?[lines.Count];
        Parallel.For(
            0,
            lines.Count,
            index =>
            {
                try
                {
                    samples[index] = keep(Parse(bytes.AsSpan(lines[index]), $"{path}:{index + 1}"));
                }
                catch (ResultsException error)
                {
                    errors[index] = error;
                }
            }
        );
        return Array.Find(errors, error => error is not null) is { } first ? throw first : [.. samples];
    }

    private static List<Range> Lines(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<Range>();
        var start = 0;
        while (bytes[start..].IndexOf((byte)'\n') is >= 0 and var length)
        {
            lines.Add(start..(start + length));
            start += length + 1;
        }

        return lines;
    }

    private static Sample Parse(ReadOnlySpan<byte> line, string where)
    {
        try
        {
            SchemaVersion.Check(line, where);
            return JsonSerializer.Deserialize(line, ResultsJson.Default.Sample)
                ?? throw new JsonException("the line is null");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ResultsException(
                $"{where}: not a sample ({error.Message.Split('\n')[0]}); remove the line or use another folder",
                error
            );
        }
    }
}
