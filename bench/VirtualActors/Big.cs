using Bench.Measurement.Hosting;
using Bench.Workloads;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Bench.VirtualActors;

/// <summary>A grain per unit. Pings and pongs are one-way calls: two that awaited each other's answers would wait for ever.</summary>
public class Big : Workloads.Big
{
    private IHost _silo = null!;
    private IPeer[] _grains = [];

    internal interface IPeer : IUnit
    {
        [OneWay]
        Task Take([Immutable] BigMessage message);
    }

    protected override void Prepare()
    {
        base.Prepare();
        _silo = Silo.Start(this);
    }

    protected override void Open() => _grains = _silo.Activate<IPeer>(Peers.Count);

    protected override void Play()
    {
        for (var unit = 0; unit < _grains.Length; unit++)
        {
            _grains[unit].Take(BeginOf(unit));
        }

        AwaitPongs();
    }

    protected override void Close() => Units.Retire(_grains);

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    internal sealed class PeerGrain(Big lane) : UnitGrain(lane.Units), IPeer
    {
        public Task Take(BigMessage message) =>
            lane.Peers[Key].TryAnswer(message, out var answer)
                ? lane._grains[answer.To].Take(answer)
                : Task.CompletedTask;
    }
}
