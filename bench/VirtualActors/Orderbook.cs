using Bench.Measurement.Hosting;
using Bench.Workloads;
using Microsoft.Extensions.Hosting;

namespace Bench.VirtualActors;

/// <summary>A grain for the gateway and one for each book. The gateway has no more calls to a book under way than may wait there.</summary>
public class Orderbook : Workloads.Orderbook
{
    private IHost _silo = null!;
    private IBook[] _books = [];
    private IEntry _gateway = null!;

    internal interface IBook : IUnit
    {
        ValueTask Take([Immutable] Order order);
    }

    internal interface IEntry : IUnit
    {
        Task Submit();
    }

    protected override void Prepare()
    {
        base.Prepare();
        _silo = Silo.Start(this);
    }

    protected override void Open()
    {
        _books = _silo.Activate<IBook>(Desks.Count);
        _gateway = _silo.Activate<IEntry>(1)[0];
    }

    protected override void Trade()
    {
        _gateway.Submit().Wait();
        AwaitApplied();
    }

    protected override void Close() => Units.Retire([_gateway, .. _books]);

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    internal sealed class EntryGrain(Orderbook lane) : UnitGrain(lane.Units), IEntry
    {
        private readonly SemaphoreSlim[] _room =
        [
            .. lane._books.Select(_ => new SemaphoreSlim(lane.Parameters.QueueCapacity)),
        ];

        public async Task Submit()
        {
            while (lane.Gateway.TryNext(out var order))
            {
                await _room[order.Book].WaitAsync();
                _ = Bring(order);
            }
        }

        private async Task Bring(Order order)
        {
            await lane._books[order.Book].Take(order);
            _room[order.Book].Release();
        }
    }

    internal sealed class BookGrain(Orderbook lane) : UnitGrain(lane.Units), IBook
    {
        public ValueTask Take(Order order)
        {
            lane.Desks[Key].Take(order);
            return ValueTask.CompletedTask;
        }
    }
}
