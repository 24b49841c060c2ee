using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A worker with a channel for each unit of handlers. One that fails says so on the supervisor's channel, and the supervisor starts
/// another one to read on where it stopped. The call that can hang has a time limit.
/// </summary>
public class Routing : Workloads.Routing
{
    private Channel<CallEvent>[] _events = [];
    private Channel<int> _failed = null!;
    private Task _supervisor = Task.CompletedTask;

    protected override void Open()
    {
        var options = new UnboundedChannelOptions { SingleReader = true, SingleWriter = true };
        _events =
        [
            .. Enumerable.Range(0, UnitCount).Select(_ => Channel.CreateUnbounded<CallEvent>(options)),
        ];
        _failed = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true });
        _supervisor = Task.Run(SuperviseAsync);
    }

    protected override void Route(CallEvent item) => _events[UnitOf(item)].Writer.TryWrite(item);

    protected override void Close()
    {
        Array.ForEach(_events, channel => channel.Writer.Complete());
        _failed.Writer.Complete();
        _supervisor.Wait();
    }

    private async Task SuperviseAsync()
    {
        using var unit = Units.Enter();
        var workers = Enumerable.Range(0, UnitCount).Select(Start).ToArray();
        await foreach (var number in _failed.Reader.ReadAllAsync())
        {
            workers[number] = Start(number);
        }

        await Task.WhenAll(workers);
    }

    private Task Start(int number) => Task.Run(() => ServeAsync(number));

    private async Task ServeAsync(int number)
    {
        using var unit = Units.Enter();
        var handlers = TakeOver(number);
        try
        {
            await foreach (var item in _events[number].Reader.ReadAllAsync())
            {
                if (handlers.HangsOn(item))
                {
                    await Peer.CallAsync().WaitAsync(HangLimit);
                }

                handlers.Handle(item);
            }
        }
        catch (Exception error) when (error is HandlerCrashException or TimeoutException)
        {
            _failed.Writer.TryWrite(number);
        }
    }
}
