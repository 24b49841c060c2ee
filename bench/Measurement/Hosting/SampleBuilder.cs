using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>Makes a sample of what a process measured, and says why it may not be used.</summary>
internal static class SampleBuilder
{
    public static Sample Build(
        Workload workload,
        PlannedCase planned,
        OperationCounts operations,
        (long Ended, long Completed, double Seconds)? endedInWindow,
        Lateness? lateness,
        long? baselineResident
    )
    {
        var window = workload.Window;
        var histogram = workload.Latencies.Merged();
        var mean =
            histogram.TotalCount == 0 ? 0 : workload.Latencies.TotalNanoseconds() / histogram.TotalCount;
        var (ended, completed, seconds) =
            endedInWindow
            ?? (
                operations.Completed + operations.Failed + operations.TimedOut,
                operations.Completed,
                window.Seconds
            );
        var throughput = seconds == 0 ? 0 : ended / seconds;
        var slices = workload.Latencies.Slices();
        var sample = EmptySample.Of(planned) with
        {
            Status = workload.Violations.Count == 0 ? SampleStatus.Measured : SampleStatus.Incorrect,
            StartedAt = ProcessClock.StartedAt,
            Runtime = workload.Runtime,
            Operations = operations,
            DurationSeconds = seconds,
            ThroughputPerSecond = throughput,
            GoodputPerSecond = seconds == 0 ? 0 : completed / seconds,
            LatencyNanoseconds = workload.StarvesCallers
                ? LatencyQuantiles.WithoutQuantiles(histogram, mean)
                : LatencyQuantiles.Of(histogram, mean),
            Histogram = histogram.TotalCount == 0 ? null : HistogramText.Encode(histogram),
            LatencyOverTime = slices,
            LoadOverTime = workload.Series?.ToSlices() ?? [],
            LatenessNanoseconds = lateness,
            LittlesLaw =
                window.MeanInFlight is { } inFlight && workload.ObeysLittlesLaw
                    ? new LittlesLaw(inFlight, throughput * Math.Max(0, mean - (lateness?.Mean ?? 0)) / 1e9)
                    : null,
            MemoryBytes = window.Memory(baselineResident, operations.Intended, workload.HasSteadyMemory),
            Gc = window.Collections(),
            ProcessorSeconds = window.ProcessorSeconds,
            MeasuringProcessorSeconds = window.MeasuringProcessorSeconds,
            ContextSwitches = window.ContextSwitches,
            Units = new UnitCounts
            {
                Created = workload.Units.Created,
                Peak = workload.Units.Peak,
                AliveAtEnd = workload.Units.Alive,
            },
            ThreadsPeak = window.ThreadsPeak,
            ThreadPool = window.Pool,
            LockContentions = window.LockContentions,
            SteadyState = SteadyStates.Of(slices),
            MachineNoise = window.Noise(),
            Metrics = workload.Metrics,
            AbsentMetrics = workload.AbsentMetrics,
            Trace = workload.ToTrace(),
        };
        var reasons = SampleValidity.Reasons(sample, workload.Violations);
        if (workload.MissedSlowdown)
        {
            reasons.Add(
                $"the slowdown {planned.Slowdown!.Name} was not applied: this workload calls no simulated backend"
            );
        }

        return sample with
        {
            Valid = reasons.Count == 0,
            InvalidBecause = reasons,
        };
    }
}
