using System.Reactive.Linq;
using Bench.Workloads;

namespace Bench.Rx;

/// <summary>A sequence for each piece of background work; Timeout ends its wait for the sink.</summary>
public class Leak : Workloads.Leak
{
    protected override void Open() { }

    protected override void Start(BackgroundWork work)
    {
        Units.Started();
        Observable
            .FromAsync(stopped => Sink.CallAsync(stopped))
            .Timeout(Deadline)
            .Finally(Units.Ended)
            .Subscribe(_ => work.Deliver(), _ => work.GiveUp());
    }

    protected override void Close() { }
}
