using Bench.Results;
using HdrHistogram;

namespace Bench.Measurement.Recording;

/// <summary>
/// What became of a changing load, slice by slice. Operations are counted by the generator's thread, what is seen from
/// outside by the sampler's: neither touches what the other writes.
/// </summary>
/// <param name="origin">Start of the window, nanoseconds.</param>
/// <param name="length">Length of the window.</param>
public sealed class LoadSeries(long origin, TimeSpan length)
{
    /// <summary>A third of the window is a whole number of slices.</summary>
    public const int Slices = 60;

    private const int Microsecond = 1_000;
    private const int Digits = 2;
    private readonly double _sliceNanoseconds = length.TotalNanoseconds / Slices;
    private readonly Slice[] _slices = [.. Enumerable.Range(0, Slices).Select(_ => new Slice())];

    /// <summary>An operation that was refused.</summary>
    public void Reject(long intendedAt)
    {
        if (At(intendedAt) is { } slice)
        {
            slice.Rejected++;
        }
    }

    /// <summary>An operation has ended, one way or another.</summary>
    public void End(long intendedAt, long endedAt, bool completed, bool timedOut)
    {
        if (completed && At(endedAt) is { } present)
        {
            present.CompletedMeanwhile++;
        }

        if (At(intendedAt) is not { } slice)
        {
            return;
        }

        slice.Completed += completed ? 1 : 0;
        slice.TimedOut += timedOut ? 1 : 0;
        slice.Failed += completed || timedOut ? 0 : 1;
        slice.TotalNanoseconds += endedAt - intendedAt;
        slice.Latencies.RecordValue(
            Math.Clamp((endedAt - intendedAt) / Microsecond, 1, slice.Latencies.HighestTrackableValue)
        );
    }

    /// <summary>Operations in flight, as seen by the sampler.</summary>
    public void Observe(long now, long inFlight)
    {
        if (At(now) is { } slice)
        {
            slice.InFlightPeak = Math.Max(slice.InFlightPeak ?? 0, inFlight);
        }
    }

    /// <summary>Resident set, as seen by the sampler.</summary>
    public void ObserveResident(long now, long bytes)
    {
        if (At(now) is { } slice)
        {
            slice.PeakResident = Math.Max(slice.PeakResident ?? 0, bytes);
        }
    }

    /// <summary>The slices, once the load has ended.</summary>
    public List<LoadSlice> ToSlices()
    {
        var seconds = _sliceNanoseconds / 1e9;
        return [.. _slices.Select((slice, index) => slice.ToResult(index * seconds, seconds))];
    }

    private Slice? At(long time)
    {
        var index = Math.Floor((time - origin) / _sliceNanoseconds);
        return index is >= 0 and < Slices ? _slices[(int)index] : null;
    }

    private sealed class Slice
    {
        public IntHistogram Latencies { get; } =
            new(1, (long)TimeSpan.FromHours(1).TotalMicroseconds, Digits);

        public long Completed { get; set; }
        public long Failed { get; set; }
        public long Rejected { get; set; }
        public long TimedOut { get; set; }
        public long CompletedMeanwhile { get; set; }
        public double TotalNanoseconds { get; set; }
        public long? InFlightPeak { get; set; }
        public long? PeakResident { get; set; }

        public LoadSlice ToResult(double start, double seconds) =>
            new()
            {
                StartSeconds = start,
                LengthSeconds = seconds,
                Operations = new()
                {
                    Intended = Completed + Failed + Rejected + TimedOut,
                    Completed = Completed,
                    Failed = Failed,
                    Rejected = Rejected,
                    TimedOut = TimedOut,
                },
                LatencyNanoseconds = LatencyQuantiles.Of(
                    Latencies,
                    Latencies.TotalCount == 0 ? 0 : TotalNanoseconds / Latencies.TotalCount,
                    Microsecond
                ),
                GoodputPerSecond = CompletedMeanwhile / seconds,
                InFlightPeak = InFlightPeak,
                PeakResident = PeakResident,
            };
    }
}
