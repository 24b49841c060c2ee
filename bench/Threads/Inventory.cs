using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A fixed pool of threads that take requests from one blocking queue and lock the product.</summary>
public class Inventory : Workloads.Inventory
{
    private BoundedQueue<Call<InventoryRequest, InventoryReply>> _queue = null!;
    private List<Thread> _pool = [];

    protected override InventoryParameters AsTold(InventoryParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 200,
        };

    protected override void Open()
    {
        _queue = new(Parameters.QueueBound);
        _pool = [.. Enumerable.Range(0, Parameters.ConcurrencyLimit).Select(_ => new Thread(Serve))];
        _pool.ForEach(thread => thread.Start());
    }

    protected override bool TryAdmit(Call<InventoryRequest, InventoryReply> call) => _queue.TryAdd(call);

    protected override void Close()
    {
        _queue.Complete();
        _pool.ForEach(thread => thread.Join());
    }

    private void Serve()
    {
        using var unit = Units.Enter();
        while (_queue.TryTake(out var call))
        {
            Handle(call);
        }
    }

    private void Handle(Call<InventoryRequest, InventoryReply> call)
    {
        if (call.IsCancelled)
        {
            call.Abandon();
            return;
        }

        Backend.Call(call.Request);
        var product = Products[call.Request.Product];
        InventoryReply reply;
        lock (product)
        {
            reply = product.Apply(call.Request);
        }

        call.Complete(reply);
    }
}
