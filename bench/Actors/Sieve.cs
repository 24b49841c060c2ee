using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// A producer and an actor for each segment, as in Savina. An actor that first has a number to pass on creates the next one, its
/// child; the last tells the producer what all have found.
/// </summary>
public class Sieve : Workloads.Sieve
{
    private ActorSystem _system = null!;
    private IActorRef _producer = ActorRefs.Nobody;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() => _producer = _system.ActorOf(Props.Create(() => new Producer(this)));

    protected override PrimeTally FindPrimes() => _producer.Ask<PrimeTally>(Begin.Instance).Result;

    protected override void Close() => _producer.GracefulStop(Limit).Wait();

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Number(int Value);

    /// <summary>No number comes any more.</summary>
    private sealed record End(PrimeTally FoundBefore);

    private sealed class Producer(Sieve lane) : UntypedActor
    {
        private readonly Props _filter = Props.Create(() => new Filter(lane));
        private IActorRef _asker = ActorRefs.Nobody;
        private IActorRef _first = ActorRefs.Nobody;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Begin)
            {
                _asker = Sender;
                SendAll();
            }
            else
            {
                // Stopping the first stops those after it, its children: not before the last has answered.
                Context.Stop(_first);
                _asker.Tell(message);
            }
        }

        private void SendAll()
        {
            _first = Context.ActorOf(_filter);
            for (var place = 0; place < lane.Candidates; place++)
            {
                _first.Tell(new Number(Candidate(place)));
            }

            _first.Tell(new End(default));
        }
    }

    private sealed class Filter(Sieve lane) : UntypedActor
    {
        private readonly PrimeSegment _segment = lane.NewSegment();
        private IActorRef? _next;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Number number when _segment.PassesOn(number.Value):
                    _next ??= Context.ActorOf(Context.Props);
                    _next.Tell(number);
                    break;
                case End end when _next is null:
                    Sender.Tell(end.FoundBefore + _segment.Tally);
                    break;
                case End end:
                    _next.Forward(new End(end.FoundBefore + _segment.Tally));
                    break;
            }
        }
    }
}
