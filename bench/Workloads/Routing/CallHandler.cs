using Bench.Measurement;
using Bench.Measurement.Clocks;

namespace Bench.Workloads;

/// <summary>
/// What one handler knows of the calls that it serves. Not safe for several units at once: that is the model's part. Once
/// another unit has taken over, nobody may use it any more.
/// </summary>
public sealed class CallHandler
{
    private readonly Dictionary<int, ulong> _state = [];
    private readonly CallBooks _books;
    private readonly int _rounds;

    internal CallHandler(CallBooks books, int rounds) => (_books, _rounds) = (books, rounds);

    /// <summary>Calls under way here.</summary>
    internal IEnumerable<int> Calls => _state.Keys;

    /// <summary>The event that it has begun and not ended.</summary>
    internal CallEvent? InHand { get; private set; }

    /// <summary>When it began that event, nanoseconds.</summary>
    internal long BegunAt { get; private set; }

    /// <summary>Begins an event. True when it makes the handler call out and wait for an answer that does not come.</summary>
    public bool HangsOn(CallEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        (InHand, BegunAt) = (item, SystemClock.Timestamp);
        return item.Fault == HandlerFault.Hang;
    }

    /// <summary>Does what the event asks, and ends it.</summary>
    /// <exception cref="HandlerCrashException">The event crashes the handler.</exception>
    public void Handle(CallEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Fault == HandlerFault.Crash)
        {
            throw new HandlerCrashException($"event {item.Number} crashes handler {item.Handler}");
        }

        var known = _state.TryGetValue(item.Call, out var state);
        if (item.Kind == CallEventKind.Setup || known)
        {
            Change(item, PipelineKernel.Work(SplitMix64.Mix(state ^ item.Value), _rounds));
            _books.Handled(item);
        }
        else
        {
            // The call began with a handler that is no more.
            _books.Refused(item);
        }

        InHand = null;
    }

    private void Change(CallEvent item, ulong state)
    {
        if (item.Kind == CallEventKind.HangUp)
        {
            _state.Remove(item.Call);
            _books.Complete(item.Call, state);
        }
        else
        {
            _state[item.Call] = state;
        }
    }
}
