using System.Globalization;

namespace Bench.Measurement.Resources;

/// <summary>What /proc tells of this process, or of another by its id; every figure is null where there is no /proc.</summary>
public static class ProcessStat
{
    private const int ThreadsField = 17;
    private const int ResidentPagesField = 21;

    /// <summary>Resident bytes and operating-system threads right now.</summary>
    /// <param name="process">Id of the process; null for this one.</param>
    public static (long? Resident, int? Threads) Now(int? process = null)
    {
        if (!OperatingSystem.IsLinux())
        {
            using var seen = process is { } id
                ? System.Diagnostics.Process.GetProcessById(id)
                : System.Diagnostics.Process.GetCurrentProcess();
            return (seen.WorkingSet64, seen.Threads.Count);
        }

        // Read without strings: the sampler looks fifty times a second and its garbage would count as the lane's.
        using var file = File.OpenHandle(process is null ? "/proc/self/stat" : PathOf(process, "stat"));
        Span<byte> buffer = stackalloc byte[1024];
        ReadOnlySpan<byte> text = buffer[..RandomAccess.Read(file, buffer, fileOffset: 0)];

        // The fields after the command name, which may itself hold spaces: proc(5), from 'state' on.
        text = text[(text.LastIndexOf((byte)')') + 2)..];
        return (
            long.Parse(Field(text, ResidentPagesField), CultureInfo.InvariantCulture)
                * Environment.SystemPageSize,
            int.Parse(Field(text, ThreadsField), CultureInfo.InvariantCulture)
        );
    }

    /// <summary>Highest resident set so far, bytes.</summary>
    /// <param name="process">Id of the process; null for this one.</param>
    public static long? PeakResident(int? process = null) => Kibibytes(PathOf(process, "status"), "VmHWM:");

    /// <summary>Forgets the highest resident set, so that the next peak is the measured window's own.</summary>
    /// <param name="process">Id of the process; null for this one.</param>
    public static void ResetPeak(int? process = null)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                File.WriteAllText(PathOf(process, "clear_refs"), "5");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not permitted here: the peak is then the whole process's.
        }
    }

    /// <summary>Anonymous resident memory, bytes: no file or code pages.</summary>
    /// <param name="process">Id of the process; null for this one.</param>
    public static long? Anonymous(int? process = null) =>
        Kibibytes(PathOf(process, "smaps_rollup"), "Anonymous:");

    /// <summary>Private writable memory asked for, bytes: reserved stacks and heaps, resident or not.</summary>
    /// <param name="process">Id of the process; null for this one.</param>
    public static long? Committed(int? process = null) => Kibibytes(PathOf(process, "status"), "VmData:");

    private static string PathOf(int? process, string file) =>
        process is { } id
            ? string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/{file}")
            : $"/proc/self/{file}";

    private static long? Kibibytes(string path, string label)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            var line = File.ReadLines(path)
                .FirstOrDefault(line => line.StartsWith(label, StringComparison.Ordinal));
            var number = line?[label.Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
            return long.TryParse(number, CultureInfo.InvariantCulture, out var kibibytes)
                ? kibibytes * 1024
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> text, int index)
    {
        for (; index > 0; index--)
        {
            text = text[(text.IndexOf((byte)' ') + 1)..];
        }

        return text[..text.IndexOf((byte)' ')];
    }
}
