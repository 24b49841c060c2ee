using System.Threading.Tasks.Dataflow;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// A bounded block serves many requests at once, each awaiting the backend; a stock keeper, a block that takes one at a time
/// and is the only one to touch the products, gets what they hand on.
/// </summary>
public class Inventory : Workloads.Inventory
{
    private ActionBlock<Call<InventoryRequest, InventoryReply>> _requests = null!;
    private ActionBlock<Call<InventoryRequest, InventoryReply>> _keeper = null!;
    private Task _fetched = Task.CompletedTask;
    private Task _kept = Task.CompletedTask;

    protected override void Open()
    {
        _keeper = new(call => call.Complete(Products[call.Request.Product].Apply(call.Request)));
        _requests = new(
            FetchAsync,
            new()
            {
                MaxDegreeOfParallelism = Parameters.ConcurrencyLimit,
                BoundedCapacity = Parameters.QueueBound + Parameters.ConcurrencyLimit,
            }
        );
        _fetched = Units.CountAsync(_requests);
        _kept = Units.CountAsync(_keeper);
    }

    protected override bool TryAdmit(Call<InventoryRequest, InventoryReply> call) => _requests.Post(call);

    protected override void Close()
    {
        _requests.Complete();
        _fetched.Wait();
        _keeper.Complete();
        _kept.Wait();
    }

    private async Task FetchAsync(Call<InventoryRequest, InventoryReply> call)
    {
        if (call.IsCancelled)
        {
            call.Abandon();
            return;
        }

        await Backend.CallAsync(call.Request);
        _keeper.Post(call);
    }
}
