using System.Text;
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

    /// <summary>
    /// All samples in the file. A last line without its newline is a write that was cut off:
    /// it is left out, and <paramref name="tornBytes"/> gives its length (0 when the file ends whole).
    /// </summary>
    /// <exception cref="ResultsException">A whole line is not a sample of this schema version.</exception>
    public static List<Sample> Read(string path, out int tornBytes)
    {
        var bytes = File.ReadAllBytes(path);
        var wholeLength = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        tornBytes = bytes.Length - wholeLength;
        var lines = Encoding.UTF8.GetString(bytes, 0, wholeLength).Split('\n')[..^1];
        return [.. lines.Select((line, index) => Parse(line, path, index + 1))];
    }

    /// <summary>Cuts a torn last line off, so that the next append starts on a line of its own.</summary>
    public static void DropTornLine(string path, int tornBytes)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write);
        stream.SetLength(stream.Length - tornBytes);
    }

    private static Sample Parse(string line, string path, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            SchemaVersion.Check(document.RootElement, $"{path}:{number}");
            return document.Deserialize(ResultsJson.Default.Sample)
                ?? throw new JsonException("the line is null");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ResultsException(
                $"{path}:{number}: not a sample ({error.Message.Split('\n')[0]}); remove the line or use another folder",
                error
            );
        }
    }
}
