using System.Globalization;
using Bench.Results;

namespace Bench.Measurement.Machine;

/// <summary>How many processors there are and what changes their speed.</summary>
internal static class ProcessorChecks
{
    private const int FewProcessors = 2;

    public static IEnumerable<MachineCheck> Of(LinuxFiles files, int processors)
    {
        yield return Count(files, processors);
        yield return Siblings(files);
        yield return Allowed(files);
        yield return Governor(files);
        yield return Turbo(files);
        yield return Heat(files);
    }

    private static MachineCheck Count(LinuxFiles files, int processors)
    {
        var cores = Cores(files);
        var found = cores is null
            ? $"{processors} logical, cores not told"
            : Text($"{processors} logical, {cores} core{(cores == 1 ? "" : "s")}");
        return processors > FewProcessors
            ? new("processors", found, MachineVerdict.Ok)
            : new(
                "processors",
                found,
                MachineVerdict.Warning,
                "the load generator shares them with the lane that it drives; use a machine with more"
            );
    }

    private static MachineCheck Siblings(LinuxFiles files)
    {
        const string Name = "SMT siblings";
        var groups = files.OfEachProcessor("topology/thread_siblings_list");
        var shared = groups
            .Where(group =>
                group.Contains('-', StringComparison.Ordinal) || group.Contains(',', StringComparison.Ordinal)
            )
            .Distinct()
            .ToList();
        return groups.Count == 0 ? Untold.Check(Name, files)
            : shared.Count == 0 ? new(Name, "none: each processor is a core of its own", MachineVerdict.Ok)
            : new(
                Name,
                $"processors {string.Join("; ", shared)} share a core",
                MachineVerdict.Note,
                "what runs on one slows the other; echo off > /sys/devices/system/cpu/smt/control"
            );
    }

    private static MachineCheck Allowed(LinuxFiles files)
    {
        const string Name = "processors allowed (cpuset)";
        var allowed = files.Value("/proc/self/status", "Cpus_allowed_list");
        var online = files.Text("/sys/devices/system/cpu/online");
        return allowed is null || online is null ? Untold.Check(Name, files)
            : CountOf(allowed) >= CountOf(online) ? new(Name, $"all ({online})", MachineVerdict.Ok)
            : new(
                Name,
                $"{allowed} of {online}",
                MachineVerdict.Note,
                "this process may not use the others; what else runs on these disturbs all the more"
            );
    }

    private static MachineCheck Governor(LinuxFiles files)
    {
        const string Name = "frequency governor";
        var governors = files.OfEachProcessor("cpufreq/scaling_governor").Distinct().ToList();
        return governors switch
        {
            [] => Untold.Check(Name, files, "a virtual machine's host decides"),
            ["performance"] => new(Name, "performance", MachineVerdict.Ok),
            _ => new(
                Name,
                string.Join(", ", governors),
                governors.Contains("powersave") ? MachineVerdict.Warning : MachineVerdict.Note,
                "the clock follows the load, so a lane that rests more is slower when it works; cpupower frequency-set -g performance"
            ),
        };
    }

    private static MachineCheck Turbo(LinuxFiles files)
    {
        const string Name = "turbo";
        var on =
            files.Number("/sys/devices/system/cpu/intel_pstate/no_turbo") is { } off ? off == 0
            : files.Number("/sys/devices/system/cpu/cpufreq/boost") is { } boost ? boost == 1
            : (bool?)null;
        return on switch
        {
            null => Untold.Check(Name, files, "a virtual machine's host decides"),
            false => new(Name, "off", MachineVerdict.Ok),
            true => new(
                Name,
                "on",
                MachineVerdict.Note,
                "the clock falls as the machine warms; rounds bear it, single samples do not"
            ),
        };
    }

    private static MachineCheck Heat(LinuxFiles files)
    {
        const string Name = "thermal throttling";
        var counts = files.OfEachProcessor("thermal_throttle/core_throttle_count");
        var events = counts.Sum(text =>
            long.TryParse(text, CultureInfo.InvariantCulture, out var count) ? count : 0
        );
        return counts.Count == 0 ? Untold.Check(Name, files)
            : events == 0 ? new(Name, "never since the machine started", MachineVerdict.Ok)
            : new(
                Name,
                Text($"{events:N0} times since the machine started"),
                MachineVerdict.Warning,
                "the machine slows down when it is hot; cool it, or switch turbo off"
            );
    }

    private static int? Cores(LinuxFiles files)
    {
        var groups = files.OfEachProcessor("topology/thread_siblings_list");
        return groups.Count == 0 ? null : groups.Distinct().Count();
    }

    /// <summary>Members of a list such as <c>0-3,8</c>.</summary>
    private static int CountOf(string list) =>
        list.Split(',')
            .Select(part =>
                part.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray()
            )
            .Sum(ends => ends[^1] - ends[0] + 1);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
