using Bench.Measurement.Hosting;
using Bench.Workloads;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Bench.VirtualActors;

/// <summary>A grain per member, which passes the token on by a one-way call: an awaited one would be answered only after all later hops.</summary>
public class Threadring : Workloads.Threadring
{
    private IHost _silo = null!;
    private IMember[] _grains = [];

    internal interface IMember : IUnit
    {
        [OneWay]
        Task Take([Immutable] RingToken token);
    }

    protected override void Prepare()
    {
        base.Prepare();
        _silo = Silo.Start(this);
    }

    protected override void Open() => _grains = _silo.Activate<IMember>(Members.Count);

    protected override void Play()
    {
        _grains[0].Take(First);
        AwaitLastHop();
    }

    protected override void Close() => Units.Retire(_grains);

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    internal sealed class MemberGrain(Threadring lane) : UnitGrain(lane.Units), IMember
    {
        public Task Take(RingToken token) =>
            lane.Members[Key].TryPassOn(token, out var passed)
                ? lane._grains[(Key + 1) % lane._grains.Length].Take(passed)
                : Task.CompletedTask;
    }
}
