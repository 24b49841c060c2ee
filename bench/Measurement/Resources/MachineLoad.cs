using System.Globalization;

namespace Bench.Measurement.Resources;

/// <summary>Processor time of the whole machine so far, in seconds summed over processors.</summary>
/// <param name="Busy">Not idle and not stolen.</param>
/// <param name="Stolen">Given by the hypervisor to others.</param>
/// <param name="Total">All of it.</param>
internal readonly record struct MachineLoad(double Busy, double Stolen, double Total)
{
    private const double TicksPerSecond = 100;

    /// <summary>The first line of /proc/stat; null where there is none.</summary>
    public static MachineLoad? Now()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var line = File.ReadLines("/proc/stat").First();
        var ticks = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9]
            .Select(field => double.Parse(field, CultureInfo.InvariantCulture) / TicksPerSecond)
            .ToArray();
        var (idle, waiting, stolen) = (ticks[3], ticks[4], ticks[7]);
        var total = ticks.Sum();
        return new MachineLoad(total - idle - waiting - stolen, stolen, total);
    }
}
