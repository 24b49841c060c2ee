namespace Bench.Workloads;

/// <summary>The handlers that serve the same calls one after the other. One unit at a time takes over.</summary>
internal sealed class Succession(CallBooks books, int rounds)
{
    private readonly List<CallHandler> _handlers = [];
    private readonly List<(int Successor, HandlerFault Fault)> _faults = [];

    /// <summary>What became of each handler that failed.</summary>
    public IEnumerable<Recovery> Recoveries =>
        _faults.Select(item => new Recovery(
            item.Fault,
            _handlers[item.Successor - 1].BegunAt,
            _handlers[item.Successor].ReadyAt,
            _handlers
                .Skip(item.Successor)
                .FirstOrDefault(handler => handler.FirstServed is not null)
                ?.FirstServed
        ));

    /// <summary>A new handler takes the place of the one before it, whose calls have failed.</summary>
    public CallHandler TakeOver()
    {
        var former = _handlers.LastOrDefault();
        var successor = new CallHandler(books, rounds);
        _handlers.Add(successor);
        if (former?.InHand is { Fault: not HandlerFault.None and var fault })
        {
            _faults.Add((_handlers.Count - 1, fault));
        }

        if (former is not null)
        {
            books.Abandoned(former);
        }

        return successor;
    }
}
