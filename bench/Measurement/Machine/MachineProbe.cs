using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using Bench.Measurement.Clocks;
using Bench.Results;

namespace Bench.Measurement.Machine;

/// <summary>Finds out what this machine is and what about it makes figures less trustworthy.</summary>
public static class MachineProbe
{
    private const int FewProcessors = 2;
    private const double BusyLoad = 0.5;

    public static MachineFacts Look()
    {
        ThreadPool.GetMinThreads(out var minimumThreads, out _);
        var processor = ProcessorName();
        var hypervisor = LinuxFile.Has("/proc/cpuinfo", "hypervisor") ? "yes" : null;
        var facts = new MachineFacts
        {
            Processor = processor,
            LogicalProcessors = Environment.ProcessorCount,
            MemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
            OperatingSystem = RuntimeInformation.OSDescription,
            Architecture = RuntimeInformation.OSArchitecture.ToString(),
            Hypervisor = hypervisor,
            ProcessorQuota = ProcessorQuota(),
            MemoryLimitBytes = LinuxFile.Number("/sys/fs/cgroup/memory.max"),
            Runtime = RuntimeInformation.FrameworkDescription,
            GarbageCollector = GCSettings.IsServerGC ? "server" : "workstation, concurrent",
            ThreadPoolMinimumThreads = minimumThreads,
            ClockNanoseconds = ClockCost(),
            Fingerprint = string.Create(
                CultureInfo.InvariantCulture,
                $"{processor}/{Environment.ProcessorCount}/{RuntimeInformation.RuntimeIdentifier}/{Environment.Version}"
            ),
        };
        return facts with { Warnings = [.. Warnings(facts)] };
    }

    private static IEnumerable<string> Warnings(MachineFacts facts)
    {
        if (facts.Hypervisor is not null)
        {
            yield return "a virtual machine: neighbours can slow any sample";
        }

        if (facts.LogicalProcessors <= FewProcessors)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"only {facts.LogicalProcessors} processors: the load generator shares them with the lane that it drives"
            );
        }

        if (facts.ProcessorQuota is { } quota)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"a processor quota of {quota:0.##}: samples may be throttled"
            );
        }

        if (System.Diagnostics.Debugger.IsAttached)
        {
            yield return "a debugger is attached";
        }

        if (LinuxFile.FirstNumber("/proc/loadavg") is { } load && load > BusyLoad)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"the machine was busy at the start: load {load:0.0}"
            );
        }
    }

    private static string ProcessorName() =>
        LinuxFile.Value("/proc/cpuinfo", "model name")
        ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static double? ProcessorQuota()
    {
        var fields = LinuxFile.Text("/sys/fs/cgroup/cpu.max")?.Split(' ');
        return
            fields is [var quota, var period]
            && double.TryParse(quota, CultureInfo.InvariantCulture, out var allowed)
            && double.TryParse(period, CultureInfo.InvariantCulture, out var length)
            ? allowed / length
            : null;
    }

    private static double ClockCost()
    {
        const int readings = 200_000;
        var start = SystemClock.Timestamp;
        for (var i = 0; i < readings; i++)
        {
            _ = SystemClock.Timestamp;
        }

        return (SystemClock.Timestamp - start) / (double)readings;
    }
}
