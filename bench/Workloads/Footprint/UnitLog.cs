using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>What every unit reported of itself, and the wait until a number of them have.</summary>
internal sealed class UnitLog
{
    private readonly long[] _createdAt;
    private readonly long[] _parkedAt;
    private readonly int[] _parked;
    private readonly int[] _woken;
    private readonly Arrival _reports = new();

    public UnitLog(int units)
    {
        (_createdAt, _parkedAt) = (new long[units], new long[units]);
        (_parked, _woken) = (new int[units], new int[units]);

        // Pages touched only as units come would be counted as the units' own.
        Array.Fill(_createdAt, 1);
        Array.Fill(_parkedAt, 1);
        Array.Fill(_parked, 1);
        Array.Fill(_woken, 1);
        Array.Clear(_parked);
        Array.Clear(_woken);
    }

    /// <summary>Units that did not park exactly once.</summary>
    public int NotParkedOnce => _parked.Count(times => times != 1);

    /// <summary>Units that were not woken exactly once.</summary>
    public int NotWokenOnce => _woken.Count(times => times != 1);

    /// <summary>Says how many reports <see cref="Wait"/> is to wait for.</summary>
    public void Await(int reports) => _reports.Expect(reports);

    public void Wait() => _reports.Wait();

    public void Creating(int unit) => _createdAt[unit] = SystemClock.Timestamp;

    public void Parked(int unit)
    {
        _parkedAt[unit] = SystemClock.Timestamp;
        Report(ref _parked[unit]);
    }

    public void Woken(int unit) => Report(ref _woken[unit]);

    /// <summary>Records how long units took from the call that created them until they were parked.</summary>
    public void Record(LatencyRecorder recorder, int from, int until)
    {
        for (var unit = from; unit < until; unit++)
        {
            recorder.Record(_createdAt[unit], _parkedAt[unit]);
        }
    }

    private void Report(ref int times)
    {
        Interlocked.Increment(ref times);
        _reports.Report();
    }
}
