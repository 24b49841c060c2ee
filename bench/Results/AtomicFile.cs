namespace Bench.Results;

/// <summary>Files that are whole or absent, whatever kills the process.</summary>
public static class AtomicFile
{
    /// <param name="path">The file.</param>
    /// <param name="content">What it holds from then on.</param>
    /// <param name="durable">Have it on disk when this returns; not needed for what can be drawn again.</param>
    public static void Write(string path, ReadOnlySpan<byte> content, bool durable = true)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(durable);
            }

            if (!durable)
            {
                // Replaced by the move, ext4 would first put the new content in its place on disk.
                File.Delete(path);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
