using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor per philosopher and one for the arbitrator, as in Savina: philosophers send it that they are hungry and that they
/// are done, it sends them to eat.
/// </summary>
public class Philosophers : Workloads.Philosophers
{
    private ActorSystem _system = null!;
    private PID _arbitrator = null!;
    private List<PID> _philosophers = [];
    private CountdownEvent _dining = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _dining = new(Diners.Count);
        _arbitrator = _system.Root.Spawn(Props.FromProducer(() => new ArbitratorActor(this)));
        _philosophers =
        [
            .. Diners.Select(diner =>
                _system.Root.Spawn(Props.FromProducer(() => new PhilosopherActor(this, diner)))
            ),
        ];
    }

    protected override void Dine()
    {
        _dining.Reset();
        _philosophers.ForEach(philosopher => _system.Root.Send(philosopher, Dinner.Instance));
        _dining.Wait();
    }

    protected override void Close() => _system.Stop(_philosophers.Append(_arbitrator));

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Dinner
    {
        public static readonly Dinner Instance = new();
    }

    private sealed record Eat
    {
        public static readonly Eat Instance = new();
    }

    private sealed record Hungry(int Seat);

    private sealed record Done(int Seat);

    private sealed class PhilosopherActor(Philosophers lane, Philosopher diner) : IActor
    {
        private readonly Hungry _hungry = new(diner.Seat);
        private readonly Done _done = new(diner.Seat);

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Eat:
                    diner.Eat();
                    context.Send(lane._arbitrator, _done);
                    GoOn(context);
                    break;
                case Dinner:
                    GoOn(context);
                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }

        private void GoOn(IContext context)
        {
            if (diner.IsHungry)
            {
                context.Send(lane._arbitrator, _hungry);
            }
            else
            {
                lane._dining.Signal();
            }
        }
    }

    private sealed class ArbitratorActor(Philosophers lane) : IActor
    {
        private Arbitrator _arbitrator = null!;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Hungry hungry when _arbitrator.TryServe(hungry.Seat):
                    context.Send(lane._philosophers[hungry.Seat], Eat.Instance);
                    break;
                case Done done:
                    _arbitrator.PutBack(done.Seat);
                    break;
                case Started:
                    lane.Units.Started();
                    _arbitrator = new(
                        lane.Diners.Count,
                        seat => context.Send(lane._philosophers[seat], Eat.Instance)
                    );
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }
    }
}
