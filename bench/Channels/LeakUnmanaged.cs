using System.Threading.Channels;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// Background work is a worker that writes to the channel of the one worker who talks to the sink. That one waits for the
/// sink for as long as it takes, and so does everybody who wants to write: the leak that channels are known for.
/// </summary>
[Variant("unmanaged", Presets.Smoke | Presets.Standard | Presets.Full)]
public class LeakUnmanaged : Workloads.Leak
{
    private Channel<BackgroundWork> _toSink = null!;
    private Task _sender = Task.CompletedTask;

    protected override bool IsBound => false;

    protected override Presets LongSoak => Presets.Standard | Presets.Full;

    protected override void Open()
    {
        _toSink = Channel.CreateBounded<BackgroundWork>(new BoundedChannelOptions(1) { SingleReader = true });
        _sender = Task.Run(SendAllAsync);
    }

    protected override void Start(BackgroundWork work) => _ = Task.Run(() => SubmitAsync(work));

    protected override void Close()
    {
        _toSink.Writer.Complete();
        _sender.Wait();
    }

    private async Task SubmitAsync(BackgroundWork work)
    {
        using var unit = Units.Enter();
        await _toSink.Writer.WriteAsync(work);
    }

    private async Task SendAllAsync()
    {
        using var unit = Units.Enter();
        await foreach (var work in _toSink.Reader.ReadAllAsync())
        {
            await Sink.CallAsync();
            work.Deliver();
        }
    }
}
