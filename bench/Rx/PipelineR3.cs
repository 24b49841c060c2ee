using Bench.Measurement.Hosting;
using Bench.Workloads;
using R3;

namespace Bench.Rx;

/// <summary>
/// The same query in R3, Rx's successor without schedulers: the first two stages are awaited, so many at once; the last two are
/// observed on the ThreadPool. R3 has no back-pressure either.
/// </summary>
[Variant("r3", Presets.Smoke | Presets.Standard | Presets.Full)]
public class PipelineR3 : Workloads.Pipeline
{
    protected override void Flow()
    {
        using var aggregating = Units.Enter();
        using var writing = Units.Enter();
        using var room = new SemaphoreSlim(Room);

        Items(room)
            .SelectAwait(ParseAsync, AwaitOperation.Parallel, maxConcurrent: Parameters.ParseWorkers)
            .SelectAwait(EnrichAsync, AwaitOperation.Parallel, maxConcurrent: Parameters.EnrichWorkers)
            .ObserveOnThreadPool()
            .Select(Aggregate)
            .ObserveOnThreadPool()
            .Do(Write)
            .ForEachAsync(_ => room.Release())
            .Wait();
    }

    private Observable<RawItem> Items(SemaphoreSlim room) =>
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

                items.OnCompleted();
            }
        );

    private async ValueTask<ParsedItem> ParseAsync(RawItem item, CancellationToken stopped)
    {
        await Task.Yield();
        using var unit = Units.Enter();
        return Parse(item);
    }

    private async ValueTask<EnrichedItem> EnrichAsync(ParsedItem item, CancellationToken stopped)
    {
        await Task.Yield();
        using var unit = Units.Enter();
        return Enrich(item);
    }
}
