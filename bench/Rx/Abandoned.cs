using System.Reactive.Linq;
using Bench.Workloads;

namespace Bench.Rx;

/// <summary>
/// A query for each job, with ObserveOn between source, stage and consumer. A consumer that goes away ends the query, which disposes
/// it up to its source; the source waits for room with the token that this cancels.
/// </summary>
public class Abandoned : Workloads.Abandoned
{
    protected override void Start(AbandonedJob job)
    {
        Units.Started();
        Units.Started();
        var room = new SemaphoreSlim(2 * Parameters.Capacity);
        Items(job, room)
            .SubscribeOn(Pool.Scheduler)
            .ObserveOn(Pool.Scheduler)
            .Select(job.Treat)
            .Finally(Units.Ended)
            .ObserveOn(Pool.Scheduler)
            .TakeWhile(job.Consume)
            // After TakeWhile, which may have ended before Subscribe returns and there is anything to dispose.
            .Do(_ => room.Release())
            .Finally(Units.Ended)
            .Subscribe();
    }

    protected override void Close() { }

    private IObservable<AbandonedItem> Items(AbandonedJob job, SemaphoreSlim room) =>
        Observable.Create<AbandonedItem>(
            async (items, stopped) =>
            {
                using var unit = Units.Enter();
                while (job.TryProduce(out var item))
                {
                    await room.WaitAsync(stopped);
                    items.OnNext(item);
                }
            }
        );
}
