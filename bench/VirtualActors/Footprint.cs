using Bench.Measurement.Hosting;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Bench.VirtualActors;

/// <summary>A grain per unit. It comes to be by the first call to it, which is what creating one means here.</summary>
public class Footprint : Workloads.Footprint
{
    private IHost _silo = null!;
    private IParked[] _units = [];

    internal interface IParked : IUnit
    {
        [OneWay]
        Task Park();

        [OneWay]
        Task Wake();
    }

    protected override void Prepare()
    {
        base.Prepare();
        _silo = Silo.Start(this);
    }

    protected override void Open() => _units = _silo.Grains<IParked>(UnitCount);

    protected override void Create(int unit) => _units[unit].Park();

    protected override void Wake(int unit) => _units[unit].Wake();

    protected override void Stop() => Units.Retire(_units);

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    internal sealed class ParkedGrain(Footprint lane) : UnitGrain(lane.Units), IParked
    {
        public Task Park()
        {
            lane.Parked(Key);
            return Task.CompletedTask;
        }

        public Task Wake()
        {
            lane.Woken(Key);
            return Task.CompletedTask;
        }
    }
}
