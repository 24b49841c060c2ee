using System.Reactive.Linq;
using System.Reactive.Subjects;
using Bench.Workloads;

namespace Bench.Rx;

/// <summary>
/// A subject with an observer for each branch, on the ThreadPool, and Zip as the join, which runs on whichever branch is last with
/// an item. The source waits for room, and each joined item gives it back.
/// </summary>
public class Diamond : Workloads.Diamond
{
    private Subject<HandoffItem> _items = null!;
    private SemaphoreSlim _room = null!;
    private Task _joining = Task.CompletedTask;

    protected override void Open()
    {
        // Without a bound there is room for the whole burst.
        _room = new(IsBounded ? Room : Parameters.BurstItems);
        _items = new();
        _joining = Observable.Zip(Enumerable.Range(0, Parameters.Branches).Select(Branch)).ForEachAsync(Join);
    }

    protected override void Burst()
    {
        Task.Run(OfferAsync).Wait();
        AwaitJoined();
    }

    protected override void Close()
    {
        _items.OnCompleted();
        _joining.Wait();
        for (var branch = 0; branch < Parameters.Branches; branch++)
        {
            Units.Ended();
        }
    }

    private IObservable<DiamondPart> Branch(int branch)
    {
        Units.Started();
        return _items.ObserveOn(Pool.Scheduler).Select(item => DiamondPart.Of(item, branch));
    }

    private async Task OfferAsync()
    {
        using var unit = Units.Enter();
        while (Source.TryOffer(out var item))
        {
            await _room.WaitAsync();
            _items.OnNext(item);
        }
    }

    private void Join(IList<DiamondPart> parts)
    {
        Joint.Join([.. parts]);
        _room.Release();
    }
}
