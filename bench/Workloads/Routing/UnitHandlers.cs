namespace Bench.Workloads;

/// <summary>
/// What one unit of a lane serves: one handler, or several that stand and fall together. Not safe for several units at once:
/// that is the model's part. Once another unit has taken over, nobody may use it any more.
/// </summary>
public sealed class UnitHandlers
{
    private readonly CallHandler[] _handlers;
    private readonly int _first;

    internal UnitHandlers(int first, IEnumerable<CallHandler> handlers) =>
        (_first, _handlers) = (first, [.. handlers]);

    /// <summary>Begins an event. True when it makes the handler call out and wait for an answer that does not come.</summary>
    public bool HangsOn(CallEvent item) => Of(item).HangsOn(item);

    /// <summary>Does what the event asks, and ends it.</summary>
    /// <exception cref="HandlerCrashException">The event crashes the handler.</exception>
    public void Handle(CallEvent item) => Of(item).Handle(item);

    private CallHandler Of(CallEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return _handlers[item.Handler - _first];
    }
}
