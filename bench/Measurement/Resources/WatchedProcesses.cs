namespace Bench.Measurement.Resources;

/// <summary>The processes that do a lane's work, seen as one: this one, or others by their ids, whose figures are added up.</summary>
/// <param name="Ids">Ids of the others; empty for this process.</param>
internal readonly record struct WatchedProcesses(IReadOnlyList<int> Ids)
{
    /// <summary>Processor seconds so far; one that has ended adds nothing.</summary>
    public double ProcessorSeconds
    {
        get
        {
            if (Ids.Count == 0)
            {
                return ResourceUsage.ProcessorSeconds;
            }

            var seconds = 0.0;
            foreach (var id in Ids)
            {
                seconds += ResourceUsage.ProcessorSecondsOf(id);
            }

            return seconds;
        }
    }

    /// <summary>
    /// Highest resident set so far, bytes. Of several it is the sum of each one's own, which they need not have had at the same moment.
    /// </summary>
    public long? PeakResident =>
        Ids.Count == 0 ? ProcessStat.PeakResident() : Ids.Sum(id => ProcessStat.PeakResident(id));

    /// <summary>Forgets the highest resident set.</summary>
    public void ResetPeak()
    {
        if (Ids.Count == 0)
        {
            ProcessStat.ResetPeak();
        }

        foreach (var id in Ids)
        {
            ProcessStat.ResetPeak(id);
        }
    }

    /// <summary>Resident bytes and operating-system threads right now; null where the system does not tell, or when one has ended.</summary>
    public (long? Resident, int? Threads) Now()
    {
        if (Ids.Count == 0)
        {
            return ProcessStat.Now();
        }

        (long? Resident, int? Threads) all = (0, 0);
        try
        {
            for (var i = 0; i < Ids.Count; i++)
            {
                var (resident, threads) = ProcessStat.Now(Ids[i]);
                all = (all.Resident + resident, all.Threads + threads);
            }

            return all;
        }
        catch (Exception error) when (error is IOException or ArgumentException)
        {
            // Whoever waits for its answer will say so.
            return (null, null);
        }
    }
}
