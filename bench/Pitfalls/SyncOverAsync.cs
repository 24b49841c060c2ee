using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Measurement.Pitfalls;
using Bench.Results;
using Bench.Workloads;

namespace Bench.Pitfalls;

/// <summary>
/// A task per request on the ThreadPool that blocks its thread until the backend's asynchronous answer is there. The answer
/// needs a thread of the same pool to be delivered, behind all the requests that wait for one.
/// </summary>
[Variant("starvation", Presets.None)]
[Pitfall(
    "sync over async: Task.Result on the ThreadPool",
    "tasks",
    DetectorId.Starvation,
    DetectorId.Hang,
    Wrong = "A task on the pool waits for another task by Result or Wait and so keeps the thread that the other one needs.",
    Seen = "dotnet.thread_pool.queue.length (threadpool-queue-length) grows, dotnet.thread_pool.thread.count climbs by some a second, the processor is at rest and latency is that of time-outs; in dotnet-stack most pool threads stand in Task.Wait or Result.",
    Mend = "Async all the way: await instead of Result. Where that cannot be, threads of their own for what blocks. A larger minimum of pool threads only moves the load at which it happens."
)]
public class SyncOverAsync : Workloads.Inventory
{
    private CountdownEvent _running = null!;
    private int _waiting;

    protected override IEnumerable<Configuration<InventoryParameters>> Configurations =>
        [
            new(
                Presets.Smoke,
                new()
                {
                    Users = 2_000,
                    DeadlineMilliseconds = 1_000,
                    WarmUpMilliseconds = 1_000,
                    MeasuredMilliseconds = 1_000,
                }
            ),
        ];

    public override TimeSpan Limit => TimeSpan.FromSeconds(15);

    protected override void Open() => _running = new(initialCount: 1);

    protected override bool TryAdmit(Call<InventoryRequest, InventoryReply> call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _running.AddCount();
        _ = Task.Run(() => Handle(call));
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
    }

    private void Handle(Call<InventoryRequest, InventoryReply> call)
    {
        using (Units.Enter())
        {
            Interlocked.Decrement(ref _waiting);
            if (call.IsCancelled)
            {
                call.Abandon();
            }
            else
            {
                call.Complete(ReplyAsync(call.Request).Result);
            }
        }

        _running.Signal();
    }

    private async Task<InventoryReply> ReplyAsync(InventoryRequest request)
    {
        await Backend.CallAsync(request);
        var product = Products[request.Product];
        lock (product)
        {
            return product.Apply(request);
        }
    }
}
