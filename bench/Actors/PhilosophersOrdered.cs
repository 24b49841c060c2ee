using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// No arbitrator: an actor for each fork gives it to those who ask, one after the other, and everybody asks for the fork with the
/// lower number first.
/// </summary>
[Variant("ordered", Presets.Smoke | Presets.Full | Presets.Savina)]
public class PhilosophersOrdered : Workloads.Philosophers
{
    private ActorSystem _system = null!;
    private List<IActorRef> _forks = [];
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
        _forks = [.. Diners.Select(_ => _system.ActorOf(Props.Create(() => new ForkActor(this))))];
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
        Task.WaitAll(_philosophers.Concat(_forks).Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Dinner
    {
        public static readonly Dinner Instance = new();
    }

    private sealed record Take
    {
        public static readonly Take Instance = new();
    }

    private sealed record Taken
    {
        public static readonly Taken Instance = new();
    }

    private sealed record PutBack
    {
        public static readonly PutBack Instance = new();
    }

    private sealed class ForkActor(PhilosophersOrdered lane) : UntypedActor
    {
        private readonly Queue<IActorRef> _waiting = new();
        private bool _isTaken;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is PutBack)
            {
                _isTaken = false;
            }
            else
            {
                _waiting.Enqueue(Sender);
            }

            if (!_isTaken && _waiting.TryDequeue(out var next))
            {
                _isTaken = true;
                next.Tell(Taken.Instance);
            }
        }
    }

    private sealed class PhilosopherActor(PhilosophersOrdered lane, Philosopher diner) : UntypedActor
    {
        private readonly IActorRef _first = lane._forks[Math.Min(diner.Seat, lane.RightOf(diner))];
        private readonly IActorRef _second = lane._forks[Math.Max(diner.Seat, lane.RightOf(diner))];
        private bool _hasFirst;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Taken && !_hasFirst)
            {
                _hasFirst = true;
                _second.Tell(Take.Instance);
                return;
            }

            if (message is Taken)
            {
                diner.Eat();
                _hasFirst = false;
                _second.Tell(PutBack.Instance);
                _first.Tell(PutBack.Instance);
            }

            if (diner.IsHungry)
            {
                _first.Tell(Take.Instance);
            }
            else
            {
                lane._dining.Signal();
            }
        }
    }

    private int RightOf(Philosopher diner) => (diner.Seat + 1) % _forks.Count;
}
