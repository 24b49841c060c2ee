using Bench.Measurement.Resources;

namespace Bench.Measurement.Machine;

/// <summary>Counters of what the machine does, at one moment; null where they are not told.</summary>
/// <param name="Load">Processor time.</param>
/// <param name="ThrottledPeriods">Periods in which a quota stopped this control group.</param>
/// <param name="SwappedPages">Pages that went to or came from swap.</param>
internal sealed record LoadLook(MachineLoad? Load, long? ThrottledPeriods, long? SwappedPages)
{
    public static LoadLook Now(LinuxFiles files) => Of(files, MachineLoad.Now(new([])));

    /// <summary>With the processor time given, which tests make up.</summary>
    public static LoadLook Of(LinuxFiles files, MachineLoad? load) =>
        new(
            load,
            new ControlGroup(files).ThrottledPeriods,
            files.Number("/proc/vmstat", "pswpin") + files.Number("/proc/vmstat", "pswpout")
        );
}
