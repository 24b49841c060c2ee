using System.Threading.Channels;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>A channel for each worker, which owns its share of the products: no keeper, and whoever wants a product waits for its worker.</summary>
[Variant("partitioned", Presets.Smoke | Presets.Full)]
public class InventoryPartitioned : Workloads.Inventory
{
    private Channel<Call<InventoryRequest, InventoryReply>>[] _shares = [];
    private Task[] _workers = [];
    private int _waiting;

    protected override void Open()
    {
        _shares =
        [
            .. Enumerable
                .Range(0, Math.Min(Parameters.ConcurrencyLimit, Parameters.Products))
                .Select(_ =>
                    Channel.CreateUnbounded<Call<InventoryRequest, InventoryReply>>(
                        new UnboundedChannelOptions { SingleReader = true }
                    )
                ),
        ];
        _workers = [.. _shares.Select(share => Task.Run(() => ServeAsync(share.Reader)))];
    }

    // The queue bound is one for all shares, so each channel alone may be unbounded.
    protected override bool TryAdmit(Call<InventoryRequest, InventoryReply> call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        return _shares[call.Request.Product % _shares.Length].Writer.TryWrite(call);
    }

    protected override void Close()
    {
        Array.ForEach(_shares, share => share.Writer.Complete());
        Task.WaitAll(_workers);
    }

    private async Task ServeAsync(ChannelReader<Call<InventoryRequest, InventoryReply>> share)
    {
        using var unit = Units.Enter();
        await foreach (var call in share.ReadAllAsync())
        {
            Interlocked.Decrement(ref _waiting);
            if (call.IsCancelled)
            {
                call.Abandon();
                continue;
            }

            await Backend.CallAsync(call.Request);
            call.Complete(Products[call.Request.Product].Apply(call.Request));
        }
    }
}
