using System.Globalization;
using Bench.Results;

namespace Bench.Measurement.Machine;

/// <summary>What stands between this process and the hardware: hypervisor, quota, limits.</summary>
internal static class HostChecks
{
    // 8,000 parked threads are the most that a preset asks of one process, and it has some of its own.
    private const long ThreadsNeeded = 8_200;
    private const long FilesNeeded = 1_024;

    // A thread's stack and its guard pages are separate mappings.
    private const int MappingsPerThread = 2;

    public static IEnumerable<MachineCheck> Of(LinuxFiles files)
    {
        var group = new ControlGroup(files);
        yield return Virtual(files);
        yield return Quota(files, group);
        yield return Threads(files, group);
        yield return Files(files);
    }

    private static MachineCheck Virtual(LinuxFiles files)
    {
        const string Name = "virtual machine";
        var maker = files.Text("/sys/class/dmi/id/sys_vendor");
        return !files.IsThere ? Untold.Check(Name, files)
            : files.Has("/proc/cpuinfo", "hypervisor")
                ? new(
                    Name,
                    maker is null ? "yes" : $"yes ({maker})",
                    MachineVerdict.Warning,
                    "neighbours can slow any sample; look at steal, and take rounds at different hours"
                )
            : new(Name, "none found", MachineVerdict.Ok);
    }

    private static MachineCheck Quota(LinuxFiles files, ControlGroup group)
    {
        const string Name = "processor quota";
        if (!files.IsThere)
        {
            return Untold.Check(Name, files);
        }

        var throttled = group.ThrottledPeriods is { } periods and > 0
            ? Text($", throttled in {periods:N0} periods so far")
            : "";
        return group.ProcessorQuota is { } quota
            ? new(
                Name,
                Text($"{quota:0.##} processors{throttled}"),
                MachineVerdict.Warning,
                "samples may be throttled, which shows as stalls of up to 100 ms; lift the quota (docker run without --cpus)"
            )
            : new(Name, "none", MachineVerdict.Ok);
    }

    private static MachineCheck Threads(LinuxFiles files, ControlGroup group)
    {
        const string Name = "thread limit";
        (string What, long? Limit)[] limits =
        [
            ("ulimit -u", Limit(files, "Max processes")),
            ("kernel.threads-max", files.Number("/proc/sys/kernel/threads-max")),
            ("kernel.pid_max", files.Number("/proc/sys/kernel/pid_max")),
            (
                "vm.max_map_count, two a thread",
                files.Number("/proc/sys/vm/max_map_count") / MappingsPerThread
            ),
            ("the control group's pids.max", group.TaskLimit),
        ];
        var known = limits.Where(limit => limit.Limit is not null).ToList();
        if (known.Count == 0)
        {
            return Untold.Check(Name, files);
        }

        var (what, least) = known.MinBy(limit => limit.Limit);
        return least < ThreadsNeeded
            ? new(
                Name,
                Text($"{least:N0} ({what})"),
                MachineVerdict.Warning,
                Text(
                    $"footprint parks up to 8,000 threads and will crash; raise {what} to {ThreadsNeeded:N0} or more"
                )
            )
            : new(Name, Text($"{least:N0} ({what})"), MachineVerdict.Ok);
    }

    private static MachineCheck Files(LinuxFiles files)
    {
        const string Name = "open files";
        return Limit(files, "Max open files") switch
        {
            null => Untold.Check(Name, files),
            < FilesNeeded and var few => new(
                Name,
                Text($"{few:N0}"),
                MachineVerdict.Warning,
                Text($"ulimit -n {FilesNeeded} or more")
            ),
            var enough => new(Name, Text($"{enough:N0}"), MachineVerdict.Ok),
        };
    }

    /// <summary>A soft limit of this process; null when it is not told or there is none.</summary>
    private static long? Limit(LinuxFiles files, string name) => files.Number("/proc/self/limits", name);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
