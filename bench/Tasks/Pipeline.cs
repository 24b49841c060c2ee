using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task per item that walks through the stages; semaphores limit how many are in a stage and how many are in
/// flight at all, which is what holds the source back.
/// </summary>
public class Pipeline : Workloads.Pipeline
{
    protected override void Flow()
    {
        using var room = new SemaphoreSlim(Room);
        using var parsing = new SemaphoreSlim(Parameters.ParseWorkers);
        using var enriching = new SemaphoreSlim(Parameters.EnrichWorkers);
        using var aggregating = new SemaphoreSlim(1);
        using var writing = new SemaphoreSlim(1);
        using var left = new CountdownEvent(Parameters.Items);

        Task.Run(OfferAllAsync).Wait();
        left.Wait();

        async Task OfferAllAsync()
        {
            using var unit = Units.Enter();
            for (var number = 0; number < Parameters.Items; number++)
            {
                var item = Offer(number);
                await room.WaitAsync();

                // A pool thread runs what it queued itself last first: without fairness, items overtake each other.
                _ = Task.Factory.StartNew(
                    () => WalkAsync(item),
                    CancellationToken.None,
                    TaskCreationOptions.PreferFairness,
                    TaskScheduler.Default
                );
            }
        }

        async Task WalkAsync(RawItem raw)
        {
            using (Units.Enter())
            {
                await parsing.WaitAsync();
                var parsed = Parse(raw);
                parsing.Release();

                await enriching.WaitAsync();
                var enriched = Enrich(parsed);
                enriching.Release();

                await aggregating.WaitAsync();
                var aggregated = Aggregate(enriched);
                aggregating.Release();

                await writing.WaitAsync();
                Write(aggregated);
                writing.Release();
            }

            room.Release();
            left.Signal();
        }
    }
}
