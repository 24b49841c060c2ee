using Bench.Measurement.Clocks;
using Bench.Results;
using HdrHistogram;

namespace Bench.Measurement.Load;

/// <summary>
/// Hands events out at the times of a schedule, whatever becomes of them: an open loop whose lane gives no answers.
/// </summary>
/// <param name="clock">Time.</param>
/// <param name="emit">Takes the event's index and when it was due, nanoseconds of the clock. Must not block.</param>
public sealed class EventSource(IClock clock, Action<int, long> emit)
{
    private readonly LongHistogram _lateness = HistogramText.NewHistogram();

    /// <summary>How late events from <c>countFrom</c> on were handed out, nanoseconds.</summary>
    public Lateness Lateness =>
        new(
            _lateness.GetValueAtPercentile(99),
            _lateness.GetValueAtPercentile(100),
            _lateness.TotalCount == 0 ? 0 : _lateness.GetMean()
        );

    /// <summary>Runs the schedule to its end.</summary>
    /// <param name="origin">Start of the schedule, nanoseconds of the clock.</param>
    /// <param name="offsets">When each event is due, nanoseconds from the origin, ascending.</param>
    /// <param name="countFrom">Lateness counts from here on, nanoseconds of the clock.</param>
    public void Run(long origin, IReadOnlyList<long> offsets, long countFrom)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        for (var index = 0; index < offsets.Count; index++)
        {
            var due = origin + offsets[index];
            clock.WaitUntil(due);
            if (due >= countFrom)
            {
                _lateness.RecordValue(Math.Clamp(clock.Now - due, 1, _lateness.HighestTrackableValue));
            }

            emit(index, due);
        }
    }
}
