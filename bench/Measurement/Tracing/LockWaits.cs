using System.Diagnostics.Tracing;

namespace Bench.Measurement.Tracing;

/// <summary>
/// Adds up how long threads of this process waited for monitors and locks, as the runtime's contention events tell it. They come
/// late, so they are kept apart by their own time.
/// </summary>
internal sealed class LockWaits : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords Contention = (EventKeywords)0x4000;
    private const int ContentionStop = 91;
    private const string Duration = "DurationNs";
    private static readonly TimeSpan s_eventsArrive = TimeSpan.FromMilliseconds(250);
    private readonly Lock _gate = new();
    private readonly List<(DateTime From, DateTime Until)> _windows = [];
    private double _nanoseconds;
    private long _waits;

    /// <summary>Waits that ended from now on count.</summary>
    public void Open()
    {
        lock (_gate)
        {
            _windows.Add((DateTime.UtcNow, DateTime.MaxValue));
        }
    }

    /// <summary>Waits that end from now on do not.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _windows[^1] = _windows[^1] with { Until = DateTime.UtcNow };
        }
    }

    /// <summary>Seconds, and how many waits; blocks until the last events have come.</summary>
    public (double Seconds, long Waits) Total()
    {
        Thread.Sleep(s_eventsArrive);
        lock (_gate)
        {
            return (_nanoseconds / 1e9, _waits);
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        ArgumentNullException.ThrowIfNull(eventSource);
        if (eventSource.Name == Runtime)
        {
            EnableEvents(eventSource, EventLevel.Informational, Contention);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (
            eventData.EventId != ContentionStop
            || eventData.PayloadNames?.IndexOf(Duration) is not (>= 0 and var index)
            || eventData.Payload?[index] is not double nanoseconds
        )
        {
            return;
        }

        lock (_gate)
        {
            if (
                _windows.Exists(window =>
                    window.From <= eventData.TimeStamp && eventData.TimeStamp < window.Until
                )
            )
            {
                _nanoseconds += nanoseconds;
                _waits++;
            }
        }
    }
}
