using System.Threading.Channels;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// Workers take requests from one bounded channel and await the backend; a stock keeper, the only one to touch
/// the products, takes what they hand on.
/// </summary>
public class Inventory : Workloads.Inventory
{
    private Channel<Call<InventoryRequest, InventoryReply>> _requests = null!;
    private Channel<Call<InventoryRequest, InventoryReply>> _fetched = null!;
    private Task[] _workers = [];
    private Task _keeper = Task.CompletedTask;

    protected override void Open()
    {
        _requests = Channel.CreateBounded<Call<InventoryRequest, InventoryReply>>(
            new BoundedChannelOptions(Parameters.QueueBound) { SingleWriter = true }
        );
        _fetched = Channel.CreateUnbounded<Call<InventoryRequest, InventoryReply>>(
            new UnboundedChannelOptions { SingleReader = true }
        );
        _workers = [.. Enumerable.Range(0, Parameters.ConcurrencyLimit).Select(_ => Task.Run(FetchAsync))];
        _keeper = Task.Run(KeepStockAsync);
    }

    protected override bool TryAdmit(Call<InventoryRequest, InventoryReply> call) =>
        _requests.Writer.TryWrite(call);

    protected override void Close()
    {
        _requests.Writer.Complete();
        Task.WaitAll(_workers);
        _fetched.Writer.Complete();
        _keeper.Wait();
    }

    private async Task FetchAsync()
    {
        using var unit = Units.Enter();
        try
        {
            // ReadAllAsync would wake every waiting worker for each request.
            while (true)
            {
                var call = await _requests.Reader.ReadAsync();
                if (call.IsCancelled)
                {
                    call.Abandon();
                    continue;
                }

                await Backend.CallAsync(call.Request);
                _fetched.Writer.TryWrite(call);
            }
        }
        catch (ChannelClosedException) { }
    }

    private async Task KeepStockAsync()
    {
        using var unit = Units.Enter();
        await foreach (var call in _fetched.Reader.ReadAllAsync())
        {
            call.Complete(Products[call.Request.Product].Apply(call.Request));
        }
    }
}
