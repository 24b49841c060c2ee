using System.Globalization;
using Bench.Measurement.Clocks;
using Bench.Results;

namespace Bench.Measurement.Machine;

/// <summary>What time costs and where it comes from.</summary>
internal static class ClockChecks
{
    private const double DearNanoseconds = 100;
    private const double CoarseNanoseconds = 1_000;
    private static readonly string[] s_slow = ["hpet", "acpi_pm", "jiffies", "refined-jiffies"];

    public static IEnumerable<MachineCheck> Of(
        LinuxFiles files,
        double costNanoseconds,
        double stepNanoseconds
    )
    {
        yield return Cost(costNanoseconds, stepNanoseconds);
        yield return Source(files);
    }

    /// <summary>Mean cost of a reading, and the smallest step between two that differ, nanoseconds.</summary>
    public static (double Cost, double Step) Measure()
    {
        const int readings = 200_000;
        var (start, last, step) = (SystemClock.Timestamp, 0L, long.MaxValue);
        last = start;
        for (var i = 0; i < readings; i++)
        {
            var now = SystemClock.Timestamp;
            step = now > last && now - last < step ? now - last : step;
            last = now;
        }

        return ((last - start) / (double)readings, step);
    }

    private static MachineCheck Cost(double cost, double step) =>
        new(
            "clock",
            string.Create(
                CultureInfo.InvariantCulture,
                $"a reading costs {cost:0} ns, smallest step {step:0} ns"
            ),
            cost > DearNanoseconds || step > CoarseNanoseconds ? MachineVerdict.Warning : MachineVerdict.Ok,
            cost > DearNanoseconds || step > CoarseNanoseconds
                ? "each operation is timed by two readings, so short ones are drowned in them; look at the time source"
                : null
        );

    private static MachineCheck Source(LinuxFiles files)
    {
        const string Name = "time source";
        return files.Text("/sys/devices/system/clocksource/clocksource0/current_clocksource") switch
        {
            null => Untold.Check(Name, files),
            var slow when s_slow.Contains(slow) => new(
                Name,
                slow,
                MachineVerdict.Warning,
                "reading it takes a call into the kernel or to a device; boot with clocksource=tsc"
            ),
            var fast => new(Name, fast, MachineVerdict.Ok),
        };
    }
}
