using System.Globalization;
using Bench.Results;

namespace Bench.Analysis.Pitfalls;

/// <summary>
/// Everything that calls a sample faulty. All of them look at every launch, of wrong lanes and of right ones alike: one that
/// calls a right lane is of no worth.
/// </summary>
public static class Detectors
{
    private const string Orphans = "orphansPerRequest";
    private const string Limit = "concurrencyLimit";

    // Load generator, timers, collector, ThreadPool: what a process has beside the lane's own threads.
    private const int OtherThreads = 100;
    private const int LongQueue = 100;
    private const double ServedAtLeast = 0.5;
    private const int MostFindings = 3;

    public static IReadOnlyList<Detector> All { get; } =
    [
        new(DetectorId.Invariant, "The workload's own invariant, checked against its oracle.", Invariant),
        new(DetectorId.Crash, "The process died and left no sample.", Status(SampleStatus.Crashed)),
        new(DetectorId.Hang, "The watchdog ended the process at its limit.", Status(SampleStatus.Hung)),
        new(DetectorId.UnitsAlive, "Units alive after the lane has closed and was waited for.", UnitsAlive),
        new(DetectorId.Orphans, "Work alive when its request had returned.", OrphanWork),
        new(
            DetectorId.Threads,
            $"More threads at once than the case allows operations, and {OtherThreads} for all else.",
            ThreadCount
        ),
        new(
            DetectorId.Starvation,
            $"More than {LongQueue} work items wait for the ThreadPool while most callers are not served.",
            Starvation
        ),
    ];

    /// <summary>What all of them found in a sample: detector and evidence.</summary>
    public static IReadOnlyList<Detection> Look(Sample sample) =>
        [
            .. from detector in All
            let evidence = detector.Evidence(sample)
            where evidence is not null
            select new Detection(detector.Id, evidence),
        ];

    private static string? Invariant(Sample sample) =>
        sample.Status == SampleStatus.Incorrect
            ? string.Join("; ", sample.InvalidBecause.Take(MostFindings))
            : null;

    private static Func<Sample, string?> Status(string status) =>
        sample => sample.Status == status ? sample.InvalidBecause.FirstOrDefault() ?? status : null;

    private static string? UnitsAlive(Sample sample) =>
        sample.Units.AliveAtEnd == 0
            ? null
            : Text(
                $"{sample.Units.AliveAtEnd:N0} of {sample.Units.Created:N0} units are alive after the lane has closed"
            );

    private static string? OrphanWork(Sample sample) =>
        sample.Metrics.TryGetValue(Orphans, out var orphans) && orphans > 0
            ? Text(
                $"{orphans * sample.Operations.Intended:N0} units of {sample.Operations.Intended:N0} requests were alive after their request had returned"
            )
            : null;

    private static string? ThreadCount(Sample sample) =>
        int.TryParse(sample.Parameters[Limit], CultureInfo.InvariantCulture, out var allowed)
        && sample.ThreadsPeak > allowed + OtherThreads
            ? Text(
                $"{sample.ThreadsPeak:N0} threads at once where the case allows {allowed:N0} operations in work; {sample.Operations.Failed:N0} of {sample.Operations.Intended:N0} requests failed"
            )
            : null;

    private static string? Starvation(Sample sample) =>
        sample.ThreadPool is { QueuePeak: > LongQueue } pool
        && sample.Operations is { Intended: > 0 } operations
        && operations.Completed < ServedAtLeast * operations.Intended
            ? Text(
                $"{pool.QueuePeak:N0} work items waited for {pool.ThreadsPeak:N0} pool threads that used {sample.ProcessorSeconds / sample.DurationSeconds:0.00} processors; {operations.Completed:N0} of {operations.Intended:N0} requests were answered in time"
            )
            : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
