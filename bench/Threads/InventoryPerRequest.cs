using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A new thread for each request; an acceptor starts them and a semaphore limits those alive.</summary>
[Variant("per-request", Presets.Smoke | Presets.Quick | Presets.Standard | Presets.Full)]
public class InventoryPerRequest : Workloads.Inventory
{
    private BoundedQueue<Call<InventoryRequest, InventoryReply>> _queue = null!;
    private SemaphoreSlim _limit = null!;
    private Thread _acceptor = null!;

    /// <summary>The article tells of a fixed pool here, so a thread per request has no terms as told.</summary>
    protected override IEnumerable<Configuration<InventoryParameters>> Configurations =>
        base.Configurations.Where(configuration => configuration.Terms == Terms.Equal);

    protected override void Open()
    {
        _queue = new(Parameters.QueueBound);
        _limit = new(Parameters.ConcurrencyLimit);
        _acceptor = new Thread(Accept);
        _acceptor.Start();
    }

    protected override bool TryAdmit(Call<InventoryRequest, InventoryReply> call) => _queue.TryAdd(call);

    protected override void Close()
    {
        _queue.Complete();
        _acceptor.Join();
        for (var permit = 0; permit < Parameters.ConcurrencyLimit; permit++)
        {
            _limit.Wait();
        }
    }

    private void Accept()
    {
        while (_queue.TryTake(out var call))
        {
            _limit.Wait();
            new Thread(() => Handle(call)).Start();
        }
    }

    private void Handle(Call<InventoryRequest, InventoryReply> call)
    {
        using (Units.Enter())
        {
            if (call.IsCancelled)
            {
                call.Abandon();
            }
            else
            {
                Backend.Call(call.Request);
                call.Complete(Reply(call.Request));
            }
        }

        _limit.Release();
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
