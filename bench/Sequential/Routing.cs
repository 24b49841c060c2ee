using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Sequential;

/// <summary>
/// One thread takes all events from one queue and serves every handler. One that crashes is caught and replaced, and takes nothing
/// with it; while one hangs, all wait until its time is up.
/// </summary>
public class Routing : Workloads.Routing
{
    private BlockingCollection<CallEvent> _events = null!;
    private Thread _thread = null!;

    protected override void Open()
    {
        _events = [];
        _thread = new Thread(Serve);
        _thread.Start();
    }

    protected override void Route(CallEvent item) => _events.Add(item);

    protected override void Close()
    {
        _events.CompleteAdding();
        _thread.Join();
    }

    private void Serve()
    {
        using var unit = Units.Enter();
        UnitHandlers[] handlers = [.. Enumerable.Range(0, UnitCount).Select(TakeOver)];
        foreach (var item in _events.GetConsumingEnumerable())
        {
            if (!TryHandle(item, handlers[UnitOf(item)]))
            {
                handlers[UnitOf(item)] = TakeOver(UnitOf(item));
            }
        }
    }

    private bool TryHandle(CallEvent item, UnitHandlers handlers)
    {
        try
        {
            if (handlers.HangsOn(item) && !Peer.Call(HangLimit))
            {
                return false;
            }

            handlers.Handle(item);
            return true;
        }
        catch (HandlerCrashException)
        {
            return false;
        }
    }
}
