using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// A buffer for each unit of handlers, linked to a block that serves one event at a time. A block that fails is over: its supervisor
/// awaits that and links a new one to the buffer, which has kept what waits. The call that can hang has a time limit.
/// </summary>
public class Routing : Workloads.Routing
{
    private BufferBlock<CallEvent>[] _events = [];
    private Task[] _supervisors = [];

    protected override void Open()
    {
        _events = [.. Enumerable.Range(0, UnitCount).Select(_ => new BufferBlock<CallEvent>())];
        _supervisors =
        [
            .. Enumerable.Range(0, UnitCount).Select(unit => Task.Run(() => SuperviseAsync(unit))),
        ];
    }

    protected override void Route(CallEvent item) => _events[UnitOf(item)].Post(item);

    protected override void Close()
    {
        Array.ForEach(_events, buffer => buffer.Complete());
        Task.WaitAll(_supervisors);
    }

    private async Task SuperviseAsync(int number)
    {
        using var unit = Units.Enter();
        var isDone = false;
        while (!isDone)
        {
            var handlers = TakeOver(number);

            // A block that holds one event loses no other when it fails.
            var server = new ActionBlock<CallEvent>(
                item => ServeAsync(handlers, item),
                new() { BoundedCapacity = 1 }
            );
            _events[number].LinkTo(server, new() { PropagateCompletion = true });
            try
            {
                await Units.CountAsync(server);
                isDone = true;
            }
            catch (Exception error) when (error is HandlerCrashException or TimeoutException) { }
        }
    }

    private async Task ServeAsync(UnitHandlers handlers, CallEvent item)
    {
        if (handlers.HangsOn(item))
        {
            await Peer.CallAsync().WaitAsync(HangLimit);
        }

        handlers.Handle(item);
    }
}
