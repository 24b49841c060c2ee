using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>A task per request on the ThreadPool; a semaphore limits those in work, a lock guards the product.</summary>
public class Inventory : Workloads.Inventory
{
    private SemaphoreSlim _limit = null!;
    private CountdownEvent _running = null!;
    private int _waiting;

    protected override InventoryParameters AsTold(InventoryParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };

    protected override void Open()
    {
        _limit = new(Parameters.ConcurrencyLimit);
        _running = new(initialCount: 1);
    }

    protected override bool TryAdmit(Call<InventoryRequest, InventoryReply> call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _running.AddCount();
        _ = Task.Run(() => HandleAsync(call));
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
    }

    private async Task HandleAsync(Call<InventoryRequest, InventoryReply> call)
    {
        using (Units.Enter())
        {
            await _limit.WaitAsync();
            Interlocked.Decrement(ref _waiting);
            if (call.IsCancelled)
            {
                call.Abandon();
            }
            else
            {
                await Backend.CallAsync(call.Request);
                call.Complete(Reply(call.Request));
            }

            _limit.Release();
        }

        _running.Signal();
    }

    private InventoryReply Reply(InventoryRequest request)
    {
        var product = Products[request.Product];
        lock (product)
        {
            return product.Apply(request);
        }
    }
}
