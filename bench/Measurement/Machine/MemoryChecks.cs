using System.Globalization;
using Bench.Results;

namespace Bench.Measurement.Machine;

/// <summary>Memory that there is, and what makes it slow.</summary>
internal static class MemoryChecks
{
    private const string Information = "/proc/meminfo";
    private const long Gibibyte = 1L << 30;
    private const long Kibibyte = 1024;
    private const long NeededBytes = 4 * Gibibyte;

    public static IEnumerable<MachineCheck> Of(LinuxFiles files)
    {
        yield return Available(files);
        yield return Swap(files);
        yield return HugePages(files);
    }

    private static MachineCheck Available(LinuxFiles files)
    {
        const string Name = "memory available";
        if (files.Number(Information, "MemAvailable:") is not { } free)
        {
            return Untold.Check(Name, files);
        }

        var limit = new ControlGroup(files).MemoryLimitBytes;
        var bytes = Math.Min(free * Kibibyte, limit ?? long.MaxValue);
        var found =
            Gibibytes(bytes)
            + (limit is null ? "" : $" (the control group's limit is {Gibibytes(limit.Value)})");
        return bytes >= NeededBytes
            ? new(Name, found, MachineVerdict.Ok)
            : new(
                Name,
                found,
                MachineVerdict.Warning,
                "the larger presets need more: lanes may be killed; free some, or stay with smoke and quick"
            );
    }

    private static MachineCheck Swap(LinuxFiles files)
    {
        const string Name = "swap";
        if (files.Number(Information, "SwapTotal:") is not { } total)
        {
            return Untold.Check(Name, files);
        }

        var used = total - (files.Number(Information, "SwapFree:") ?? total);
        return total == 0 ? new(Name, "none", MachineVerdict.Ok)
            : used == 0
                ? new(
                    Name,
                    $"{Gibibytes(total * Kibibyte)}, unused",
                    MachineVerdict.Note,
                    "swapoff -a keeps it so"
                )
            : new(
                Name,
                $"{Gibibytes(used * Kibibyte)} of {Gibibytes(total * Kibibyte)} in use",
                MachineVerdict.Warning,
                "a page that comes back from the disk stalls a sample; free memory, then swapoff -a"
            );
    }

    private static MachineCheck HugePages(LinuxFiles files)
    {
        const string Name = "transparent huge pages";
        var text = files.Text("/sys/kernel/mm/transparent_hugepage/enabled");
        var (from, to) = (
            text?.IndexOf('[', StringComparison.Ordinal) ?? -1,
            text?.IndexOf(']', StringComparison.Ordinal) ?? -1
        );
        return from < 0 || to < from ? Untold.Check(Name, files)
            : text![(from + 1)..to] is var mode && mode == "always"
                ? new(
                    Name,
                    mode,
                    MachineVerdict.Note,
                    "resident memory grows by 2 MiB at a time, stacks included; echo madvise > /sys/kernel/mm/transparent_hugepage/enabled"
                )
            : new(Name, text[(from + 1)..to], MachineVerdict.Ok);
    }

    private static string Gibibytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Gibibyte:0.##} GiB");
}
