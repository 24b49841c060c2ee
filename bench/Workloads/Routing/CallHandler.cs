using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>What one handler knows of the calls that it serves: see <see cref="UnitHandlers"/>.</summary>
internal sealed class CallHandler
{
    private readonly Dictionary<int, ulong> _state = [];
    private readonly CallBooks _books;
    private readonly int _rounds;

    public CallHandler(CallBooks books, int rounds) =>
        (_books, _rounds, ReadyAt) = (books, rounds, books.Clock());

    /// <summary>When it was there, nanoseconds.</summary>
    public long ReadyAt { get; }

    /// <summary>The first event that it served, by handling it or by telling that its call has failed; null before that.</summary>
    public CallEvent? FirstServed { get; private set; }

    /// <summary>Calls under way here.</summary>
    public IEnumerable<int> Calls => _state.Keys;

    /// <summary>The event that it has begun and not ended.</summary>
    public CallEvent? InHand { get; private set; }

    /// <summary>When it began that event, nanoseconds.</summary>
    public long BegunAt { get; private set; }

    /// <summary>Begins an event. True when it makes the handler call out and wait for an answer that does not come.</summary>
    public bool HangsOn(CallEvent item)
    {
        (InHand, BegunAt) = (item, _books.Clock());
        return item.Fault == HandlerFault.Hang;
    }

    /// <summary>Does what the event asks, and ends it.</summary>
    /// <exception cref="HandlerCrashException">The event crashes the handler.</exception>
    public void Handle(CallEvent item)
    {
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

        FirstServed ??= item;
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
