using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Bench.VirtualActors;

using PageCall = Call<PageRequest, Page>;

/// <summary>
/// A reentrant grain puts pages together: it awaits the parts of many at once, each in turns of its own, and backend calls have a
/// permit each. A grain per page would be an activation per request, for something that nobody calls again.
/// </summary>
public class Sessions : Workloads.Sessions
{
    private IHost _silo = null!;
    private IShop _shop = null!;
    private CountdownEvent _running = null!;

    internal interface IShop : IUnit
    {
        [OneWay]
        Task Show([Immutable] PageCall call);
    }

    protected override void Prepare() => _silo = Silo.Start(this);

    protected override void Open()
    {
        _running = new(initialCount: 1);
        _shop = _silo.Activate<IShop>(1)[0];
    }

    protected override bool TryAdmit(PageCall call)
    {
        if (_running.CurrentCount > Parameters.PageBound)
        {
            return false;
        }

        _running.AddCount();
        _shop.Show(call);
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        Units.Retire(_shop);
    }

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    [Reentrant]
    internal sealed class ShopGrain(Sessions lane) : UnitGrain(lane.Units), IShop
    {
        private readonly SemaphoreSlim _permits = new(lane.Parameters.BackendLimit);

        public async Task Show(PageCall call)
        {
            var page = lane.NewPage(call.Request);
            await Fetch(PagePlan.First, page, call);
            Answer(call, page);
            lane._running.Signal();
        }

        // Ends when the part and all that needed it are there.
        private async Task Fetch(int part, Page page, PageCall call)
        {
            await _permits.WaitAsync();
            if (!call.IsCancelled)
            {
                await lane.Backend.CallAsync(page.Begin(part));
                page.End(part);
            }

            _permits.Release();
            await Task.WhenAll(page.ReadyAfter(part).Select(next => Fetch(next, page, call)));
        }
    }
}
