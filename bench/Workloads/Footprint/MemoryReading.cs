using Bench.Measurement.Resources;

namespace Bench.Workloads;

/// <summary>Memory of the process with a number of units parked and all garbage collected.</summary>
/// <param name="Units">Units parked.</param>
/// <param name="Resident">Anonymous resident bytes; null where the system does not tell.</param>
/// <param name="Committed">Private writable bytes asked for, resident or not; null where the system does not tell.</param>
/// <param name="Managed">Bytes of the objects in the managed heap.</param>
internal readonly record struct MemoryReading(long Units, long? Resident, long? Committed, long Managed)
{
    /// <summary>Collects, then reads.</summary>
    public static MemoryReading Take(long units)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var managed = GC.GetTotalMemory(forceFullCollection: false);
        return new(units, ProcessStat.Anonymous(), ProcessStat.Committed(), managed);
    }

    /// <summary>Bytes per unit: the least-squares slope of a figure over the units; null where it is not told.</summary>
    public static double? Slope(IReadOnlyList<MemoryReading> readings, Func<MemoryReading, long?> figure)
    {
        if (readings.Any(reading => figure(reading) is null))
        {
            return null;
        }

        var meanUnits = readings.Average(reading => reading.Units);
        var meanBytes = readings.Average(reading => figure(reading)!.Value);
        var covariance = readings.Sum(reading =>
            (reading.Units - meanUnits) * (figure(reading)!.Value - meanBytes)
        );
        return covariance / readings.Sum(reading => Math.Pow(reading.Units - meanUnits, 2));
    }
}
