using System.Reactive.Linq;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Rx;

/// <summary>A sequence for each piece of background work, subscribed to and forgotten.</summary>
[Variant("unmanaged", Presets.Smoke | Presets.Standard | Presets.Full)]
public class LeakUnmanaged : Workloads.Leak
{
    protected override bool IsBound => false;

    protected override void Open() { }

    protected override void Start(BackgroundWork work)
    {
        Units.Started();
        Observable
            .FromAsync(stopped => Sink.CallAsync(stopped))
            .Finally(Units.Ended)
            .Subscribe(_ => work.Deliver());
    }

    protected override void Close() { }
}
