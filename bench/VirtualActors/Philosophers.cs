using Bench.Measurement.Hosting;
using Bench.Workloads;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Bench.VirtualActors;

/// <summary>
/// A grain per philosopher and one for the arbitrator, whose answer is that both forks are free. It is reentrant: while one who is
/// hungry waits for the answer, others put their forks back.
/// </summary>
public class Philosophers : Workloads.Philosophers
{
    private IHost _silo = null!;
    private IArbitrator _arbitrator = null!;
    private IPhilosopher[] _philosophers = [];

    internal interface IArbitrator : IUnit
    {
        Task TakeForks(int seat);

        ValueTask PutBack(int seat);
    }

    internal interface IPhilosopher : IUnit
    {
        Task Dine();
    }

    protected override void Prepare()
    {
        base.Prepare();
        _silo = Silo.Start(this);
    }

    protected override void Open()
    {
        _arbitrator = _silo.Activate<IArbitrator>(1)[0];
        _philosophers = _silo.Activate<IPhilosopher>(Diners.Count);
    }

    protected override void Dine() => Task.WaitAll(_philosophers.Select(philosopher => philosopher.Dine()));

    protected override void Close() => Units.Retire([_arbitrator, .. _philosophers]);

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    internal sealed class PhilosopherGrain(Philosophers lane) : UnitGrain(lane.Units), IPhilosopher
    {
        public async Task Dine()
        {
            var diner = lane.Diners[Key];
            while (diner.IsHungry)
            {
                await lane._arbitrator.TakeForks(diner.Seat);
                diner.Eat();
                await lane._arbitrator.PutBack(diner.Seat);
            }
        }
    }

    [Reentrant]
    internal sealed class ArbitratorGrain : UnitGrain, IArbitrator
    {
        private readonly TaskCompletionSource?[] _waiting;
        private readonly Arbitrator _arbitrator;

        public ArbitratorGrain(Philosophers lane)
            : base(lane.Units)
        {
            _waiting = new TaskCompletionSource?[lane.Diners.Count];
            _arbitrator = new(lane.Diners.Count, seat => _waiting[seat]!.SetResult());
        }

        public Task TakeForks(int seat)
        {
            if (_arbitrator.TryServe(seat))
            {
                return Task.CompletedTask;
            }

            var forks = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting[seat] = forks;
            return forks.Task;
        }

        public ValueTask PutBack(int seat)
        {
            _arbitrator.PutBack(seat);
            return ValueTask.CompletedTask;
        }
    }
}
