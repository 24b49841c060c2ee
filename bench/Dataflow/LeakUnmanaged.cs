using System.Threading.Tasks.Dataflow;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// Background work sends itself to the block that talks to the sink, which holds one at a time. That one waits for the sink
/// for as long as it takes, and so does every send that it has postponed.
/// </summary>
[Variant("unmanaged", Presets.Smoke | Presets.Standard | Presets.Full)]
public class LeakUnmanaged : Workloads.Leak
{
    private ActionBlock<BackgroundWork> _sender = null!;
    private Task _ended = Task.CompletedTask;

    protected override bool IsBound => false;

    protected override void Open()
    {
        _sender = new(SendAsync, new() { BoundedCapacity = 1 });
        _ended = Units.CountAsync(_sender);
    }

    protected override void Start(BackgroundWork work) => _ = Task.Run(() => SubmitAsync(work));

    protected override void Close()
    {
        _sender.Complete();
        _ended.Wait();
    }

    private async Task SubmitAsync(BackgroundWork work)
    {
        using var unit = Units.Enter();
        await _sender.SendAsync(work);
    }

    private async Task SendAsync(BackgroundWork work)
    {
        await Sink.CallAsync();
        work.Deliver();
    }
}
