using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor per philosopher and one for the arbitrator, as in Savina: philosophers tell it that they are hungry and that they
/// are done, it tells them to eat.
/// </summary>
public class Philosophers : Workloads.Philosophers
{
    private ActorSystem _system = null!;
    private IActorRef _arbitrator = ActorRefs.Nobody;
    private List<IActorRef> _philosophers = [];
    private CountdownEvent _dining = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _dining = new(Diners.Count);
        _arbitrator = _system.ActorOf(Props.Create(() => new ArbitratorActor(this)));
        _philosophers =
        [
            .. Diners.Select(diner => _system.ActorOf(Props.Create(() => new PhilosopherActor(this, diner)))),
        ];
    }

    protected override void Dine()
    {
        _dining.Reset();
        _philosophers.ForEach(philosopher => philosopher.Tell(Dinner.Instance));
        _dining.Wait();
    }

    protected override void Close() =>
        Task.WaitAll(_philosophers.Append(_arbitrator).Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private void Serve(int seat) => _philosophers[seat].Tell(Eat.Instance);

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

    private sealed class PhilosopherActor(Philosophers lane, Philosopher diner) : UntypedActor
    {
        private readonly Hungry _hungry = new(diner.Seat);
        private readonly Done _done = new(diner.Seat);

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Eat)
            {
                diner.Eat();
                lane._arbitrator.Tell(_done);
            }

            if (diner.IsHungry)
            {
                lane._arbitrator.Tell(_hungry);
            }
            else
            {
                lane._dining.Signal();
            }
        }
    }

    private sealed class ArbitratorActor(Philosophers lane) : UntypedActor
    {
        private readonly Arbitrator _arbitrator = new(lane.Diners.Count, lane.Serve);

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Hungry hungry when _arbitrator.TryServe(hungry.Seat):
                    lane.Serve(hungry.Seat);
                    break;
                case Done done:
                    _arbitrator.PutBack(done.Seat);
                    break;
            }
        }
    }
}
