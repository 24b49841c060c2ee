using Bench.Measurement.Hosting;
using Bench.Workloads;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Bench.VirtualActors;

/// <summary>
/// A grain for each unit of handlers. Nobody supervises a grain: one that fails catches it and begins anew with what it knows lost,
/// and what waits for it waits on. While it awaits the peer, with a limit, no thread is held.
/// </summary>
public class Routing : Workloads.Routing
{
    private IHost _silo = null!;
    private IHandler[] _handlers = [];

    internal interface IHandler : IUnit
    {
        [OneWay]
        Task Handle([Immutable] CallEvent item);
    }

    protected override void Prepare()
    {
        base.Prepare();
        _silo = Silo.Start(this);
    }

    protected override void Open() => _handlers = _silo.Activate<IHandler>(UnitCount);

    protected override void Route(CallEvent item) => _handlers[UnitOf(item)].Handle(item);

    protected override void Close() => Units.Retire(_handlers);

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    internal sealed class HandlerGrain(Routing lane) : UnitGrain(lane.Units), IHandler
    {
        private UnitHandlers _calls = null!;

        public override Task OnActivateAsync(CancellationToken cancellationToken)
        {
            _calls = lane.TakeOver(Key);
            return base.OnActivateAsync(cancellationToken);
        }

        public async Task Handle(CallEvent item)
        {
            try
            {
                if (_calls.HangsOn(item))
                {
                    await lane.Peer.CallAsync().WaitAsync(lane.HangLimit);
                }

                _calls.Handle(item);
            }
            catch (Exception error) when (error is TimeoutException or HandlerCrashException)
            {
                _calls = lane.TakeOver(Key);
            }
        }
    }
}
