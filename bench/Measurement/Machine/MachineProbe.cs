using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Bench.Results;

namespace Bench.Measurement.Machine;

/// <summary>
/// Finds out what this machine is and what about it makes figures less trustworthy: one set of checks, for
/// <c>doctor</c> and for every run's manifest.
/// </summary>
public static class MachineProbe
{
    private const double BusyLoad = 0.5;
    private static readonly TimeSpan s_watch = TimeSpan.FromSeconds(1);

    /// <summary>The machine, with the checks that cost next to nothing.</summary>
    public static MachineFacts Look() => Look([typeof(MachineProbe).Assembly]);

    /// <param name="programs">The assemblies that measure: none may be a Debug build.</param>
    public static MachineFacts Look(IEnumerable<Assembly> programs) =>
        Look(new LinuxFiles(), RuntimeFacts.Of(programs));

    /// <summary>The machine, with every check; watches it for a second.</summary>
    /// <param name="programs">The assemblies that measure.</param>
    /// <param name="folder">Where runs are written.</param>
    /// <param name="writes">True when something is about to be written there.</param>
    public static MachineFacts Examine(IEnumerable<Assembly> programs, string folder, bool writes)
    {
        var files = new LinuxFiles();
        var before = LoadLook.Now(files);
        Thread.Sleep(s_watch);
        var load = LoadChecks.Of(files, before, LoadLook.Now(files)).ToList();
        return With(Look(files, RuntimeFacts.Of(programs)), [.. load, FolderCheck.Of(folder, writes)]);
    }

    internal static MachineFacts Look(LinuxFiles files, RuntimeFacts runtime)
    {
        var clock = ClockChecks.Measure();
        var processor = ProcessorName(files);
        var group = new ControlGroup(files);
        var facts = new MachineFacts
        {
            Processor = processor,
            LogicalProcessors = runtime.Processors,
            MemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
            OperatingSystem = RuntimeInformation.OSDescription,
            Architecture = RuntimeInformation.OSArchitecture.ToString(),
            Hypervisor = files.Has("/proc/cpuinfo", "hypervisor") ? "yes" : null,
            ProcessorQuota = group.ProcessorQuota,
            MemoryLimitBytes = group.MemoryLimitBytes,
            Runtime = RuntimeInformation.FrameworkDescription,
            GarbageCollector = RuntimeChecks.CollectorName(runtime),
            ThreadPoolMinimumThreads = runtime.MinimumThreads,
            ClockNanoseconds = clock.Cost,
            Fingerprint = string.Create(
                CultureInfo.InvariantCulture,
                $"{processor}/{runtime.Processors}/{RuntimeInformation.RuntimeIdentifier}/{Environment.Version}"
            ),
        };
        return With(
            facts,
            [
                .. ClockChecks.Of(files, clock.Cost, clock.Step),
                .. ProcessorChecks.Of(files, runtime.Processors),
                .. HostChecks.Of(files),
                .. MemoryChecks.Of(files),
                .. RuntimeChecks.Of(runtime),
                LoadAverage(files),
            ]
        );
    }

    private static MachineFacts With(MachineFacts facts, IReadOnlyList<MachineCheck> more)
    {
        List<MachineCheck> checks = [.. facts.Checks, .. more];
        return facts with
        {
            Checks = checks,
            Warnings =
            [
                .. checks
                    .Where(check => check.Verdict is MachineVerdict.Warning or MachineVerdict.Unfit)
                    .Select(check => check.ToString()),
            ],
        };
    }

    private static MachineCheck LoadAverage(LinuxFiles files)
    {
        const string Name = "load average";
        return files.Fraction("/proc/loadavg") switch
        {
            null => Untold.Check(Name, files),
            > BusyLoad and var busy => new(
                Name,
                string.Create(CultureInfo.InvariantCulture, $"{busy:0.0} over the last minute"),
                MachineVerdict.Warning,
                "the machine was busy just before; wait until it rests"
            ),
            var quiet => new(
                Name,
                string.Create(CultureInfo.InvariantCulture, $"{quiet:0.0} over the last minute"),
                MachineVerdict.Ok
            ),
        };
    }

    private static string ProcessorName(LinuxFiles files) =>
        files.Value("/proc/cpuinfo", "model name")
        ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
        ?? RuntimeInformation.ProcessArchitecture.ToString();
}
