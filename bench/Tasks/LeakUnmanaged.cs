using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>A task for each piece of background work, started and forgotten: it waits for the sink for as long as that takes.</summary>
[Variant("unmanaged", Presets.Smoke | Presets.Standard | Presets.Full)]
public class LeakUnmanaged : Workloads.Leak
{
    protected override bool IsBound => false;

    protected override void Open() { }

    protected override void Start(BackgroundWork work) => _ = Task.Run(() => SendAsync(work));

    protected override void Close() { }

    private async Task SendAsync(BackgroundWork work)
    {
        using var unit = Units.Enter();
        await Sink.CallAsync();
        work.Deliver();
    }
}
