using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Bench.VirtualActors;

using StockCall = Call<InventoryRequest, InventoryReply>;

/// <summary>
/// A gate grain limits the requests in work; a grain per product owns its stock. The gate is reentrant: while one request awaits
/// the backend it goes on with others, one turn at a time.
/// </summary>
public class Inventory : Workloads.Inventory
{
    private IHost _silo = null!;
    private IShelf[] _shelves = [];
    private IGate _gate = null!;
    private CountdownEvent _running = null!;
    private int _waiting;

    internal interface IGate : IUnit
    {
        [OneWay]
        Task Serve([Immutable] StockCall call);
    }

    internal interface IShelf : IUnit
    {
        ValueTask<InventoryReply> Apply([Immutable] InventoryRequest request);
    }

    protected override InventoryParameters AsTold(InventoryParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };

    protected override void Prepare() => _silo = Silo.Start(this);

    protected override void Open()
    {
        _running = new(initialCount: 1);
        _shelves = _silo.Activate<IShelf>(Products.Count);
        _gate = _silo.Activate<IGate>(1)[0];
    }

    protected override bool TryAdmit(StockCall call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _running.AddCount();
        _gate.Serve(call);
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        Units.Retire([.. _shelves, _gate]);
    }

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    [Reentrant]
    internal sealed class GateGrain(Inventory lane) : UnitGrain(lane.Units), IGate
    {
        private readonly SemaphoreSlim _permits = new(lane.Parameters.ConcurrencyLimit);

        public async Task Serve(StockCall call)
        {
            await _permits.WaitAsync();
            Interlocked.Decrement(ref lane._waiting);
            if (call.IsCancelled)
            {
                call.Abandon();
            }
            else
            {
                await lane.Backend.CallAsync(call.Request);
                call.Complete(await lane._shelves[call.Request.Product].Apply(call.Request));
            }

            _permits.Release();
            lane._running.Signal();
        }
    }

    internal sealed class ShelfGrain(Inventory lane) : UnitGrain(lane.Units), IShelf
    {
        public ValueTask<InventoryReply> Apply(InventoryRequest request) =>
            new(lane.Products[Key].Apply(request));
    }
}
