using System.Reactive.Linq;
using System.Reactive.Subjects;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Rx;

/// <summary>One query through all stages; Merge lets so many items be in work at each. An item on which a stage fails is given up.</summary>
[Variant("plain", Presets.Smoke | Presets.Standard | Presets.Full)]
public class SupervisedPlain : Workloads.Supervised
{
    private Subject<SupervisedItem> _items = null!;

    protected override bool IsSupervised => false;

    protected override void Open()
    {
        _items = new();
        Enumerable
            .Range(0, Parameters.Stages)
            .Aggregate(_items.ObserveOn(Pool.Scheduler), Stage)
            .Subscribe(item => item.Done());
    }

    protected override void Admit(SupervisedItem item) => _items.OnNext(item);

    protected override void Close() => _items.OnCompleted();

    private IObservable<SupervisedItem> Stage(IObservable<SupervisedItem> items, int stage) =>
        items
            .Select(item =>
                Observable
                    .FromAsync(() => PassAsync(item, stage))
                    .Catch((StageFaultException error) => GiveUp(item, error.Fault))
            )
            .Merge(Parameters.WorkersPerStage);

    private async Task<SupervisedItem> PassAsync(SupervisedItem item, int stage)
    {
        using var unit = Units.Enter();
        await Backend.CallAsync(StageTime);
        item.Pass(stage);
        return item;
    }

    private static IObservable<SupervisedItem> GiveUp(SupervisedItem item, StageFault fault)
    {
        item.Fail(fault);
        return Observable.Empty<SupervisedItem>();
    }
}
