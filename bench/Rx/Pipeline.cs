using System.Reactive.Linq;
using Bench.Workloads;

namespace Bench.Rx;

/// <summary>
/// One query: Merge limits how many items the first two stages have in work, ObserveOn lets the last two run beside them and each
/// other. Rx has no back-pressure, so the source waits for room, and what has been written gives it back.
/// </summary>
public class Pipeline : Workloads.Pipeline
{
    protected override void Flow()
    {
        using var aggregating = Units.Enter();
        using var writing = Units.Enter();
        using var room = new SemaphoreSlim(Room);

        Items(room)
            .Select(item => Observable.Return(item, Pool.Scheduler).Select(ParseOne))
            .Merge(Parameters.ParseWorkers)
            .Select(item => Observable.Return(item, Pool.Scheduler).Select(EnrichOne))
            .Merge(Parameters.EnrichWorkers)
            .ObserveOn(Pool.Scheduler)
            .Select(Aggregate)
            .ObserveOn(Pool.Scheduler)
            .Do(Write)
            .Do(_ => room.Release())
            .Wait();
    }

    private IObservable<RawItem> Items(SemaphoreSlim room) =>
        Observable.Create<RawItem>(
            async (items, stopped) =>
            {
                using var unit = Units.Enter();
                for (var number = 0; number < Parameters.Items; number++)
                {
                    var item = Offer(number);
                    await room.WaitAsync(stopped);
                    items.OnNext(item);
                }
            }
        );

    private ParsedItem ParseOne(RawItem item)
    {
        using var unit = Units.Enter();
        return Parse(item);
    }

    private EnrichedItem EnrichOne(ParsedItem item)
    {
        using var unit = Units.Enter();
        return Enrich(item);
    }
}
