using Bench.Measurement.Hosting;
using Bench.Workloads;
using Microsoft.Extensions.Hosting;

namespace Bench.VirtualActors;

/// <summary>Two grains per pair: one calls the other and awaits its answer, again and again.</summary>
public class Pingpong : Workloads.Pingpong
{
    private IHost _silo = null!;
    private IPonger[] _pongers = [];
    private IPinger[] _pingers = [];

    internal interface IPonger : IUnit
    {
        ValueTask<long> Return(long ball);
    }

    internal interface IPinger : IUnit
    {
        Task Play();
    }

    protected override void Prepare()
    {
        base.Prepare();
        _silo = Silo.Start(this);
    }

    protected override void Open()
    {
        _pongers = _silo.Activate<IPonger>(Parameters.Pairs);
        _pingers = _silo.Activate<IPinger>(Parameters.Pairs);
    }

    protected override void Play() => Task.WaitAll(_pingers.Select(pinger => pinger.Play()));

    protected override void Close() => Units.Retire([.. _pongers, .. _pingers]);

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    internal sealed class PingerGrain(Pingpong lane) : UnitGrain(lane.Units), IPinger
    {
        public async Task Play()
        {
            var (pinger, ponger) = (lane.Pingers[Key], lane._pongers[Key]);
            var ball = pinger.First;
            while (pinger.TryPlayOn(await ponger.Return(ball), out ball)) { }

            await ponger.Return(ball);
        }
    }

    internal sealed class PongerGrain(Pingpong lane) : UnitGrain(lane.Units), IPonger
    {
        private Ponger? _ponger;

        public ValueTask<long> Return(long ball)
        {
            _ponger ??= lane.Pongers[Key];
            _ponger.TryReturn(ball, out var reply);
            return new(reply);
        }
    }
}
