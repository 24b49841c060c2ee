using System.Globalization;
using Bench.Measurement.Resources;
using Bench.Results;

namespace Bench.Measurement.Machine;

/// <summary>What else the machine is doing, seen between two looks.</summary>
internal static class LoadChecks
{
    private const double SomeLoad = 0.02;

    public static IEnumerable<MachineCheck> Of(LinuxFiles files, LoadLook before, LoadLook after)
    {
        yield return Others(files, before.Load, after.Load);
        yield return Stolen(files, before.Load, after.Load);
        yield return Throttled(files, before.ThrottledPeriods, after.ThrottledPeriods);
        yield return Swapping(files, before.SwappedPages, after.SwappedPages);
    }

    private static MachineCheck Others(LinuxFiles files, MachineLoad? before, MachineLoad? after)
    {
        const string Name = "other load";
        if (before is not { } earlier || after is not { } now)
        {
            return Untold.Check(Name, files);
        }

        var processors = Math.Max(0, now.OthersSince(earlier)) / (now.At - earlier.At);
        var found = Text($"{processors:0.00} of {now.Processors} processors");
        return (processors / now.Processors) switch
        {
            > MachineNoise.MostOtherLoad => new(
                Name,
                found,
                MachineVerdict.Warning,
                "other programs slow every lane, and not alike; stop them (top shows which), or measure later"
            ),
            > SomeLoad => new(
                Name,
                found,
                MachineVerdict.Note,
                "samples bear this much; more would be measured again"
            ),
            _ => new(Name, found, MachineVerdict.Ok),
        };
    }

    private static MachineCheck Stolen(LinuxFiles files, MachineLoad? before, MachineLoad? after)
    {
        const string Name = "steal";
        if (before is not { } earlier || after is not { } now)
        {
            return Untold.Check(Name, files);
        }

        var share = (now.Stolen - earlier.Stolen) / now.TotalSince(earlier);
        var found = Text($"{share * 100:0.0} % of the processor time");
        return share > MachineNoise.MostStolen
            ? new(
                Name,
                found,
                MachineVerdict.Warning,
                "the hypervisor gives this machine's time to others; measure at another hour or on a machine of your own"
            )
            : new(Name, found, MachineVerdict.Ok);
    }

    private static MachineCheck Throttled(LinuxFiles files, long? before, long? after)
    {
        const string Name = "throttled by a quota now";
        return before is not { } earlier || after is not { } now ? Untold.Check(Name, files)
            : now == earlier ? new(Name, "no", MachineVerdict.Ok)
            : new(
                Name,
                Text($"in {now - earlier} periods"),
                MachineVerdict.Warning,
                "the control group has used its processors up before measuring began; lift the quota"
            );
    }

    private static MachineCheck Swapping(LinuxFiles files, long? before, long? after)
    {
        const string Name = "swapping now";
        return before is not { } earlier || after is not { } now ? Untold.Check(Name, files)
            : now == earlier ? new(Name, "no", MachineVerdict.Ok)
            : new(
                Name,
                Text($"{now - earlier:N0} pages"),
                MachineVerdict.Warning,
                "memory is too short to measure anything; free some, then swapoff -a"
            );
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
