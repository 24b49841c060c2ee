using Akka.Actor;
using Akka.Routing;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>
/// Producers tell a round-robin router, which tells its consumers in turn; each answers, and an answer is room for the
/// next. Several producers and consumers as in Proto.Actor's comparison, behind the router of Akka.NET's own benchmark.
/// </summary>
[Variant("actors-router", Presets.None)]
[Form(
    "actors",
    "RoundRobinPool: Tell with a batch in flight, default dispatcher",
    "https://github.com/akkadotnet/akka.net/blob/dev/src/benchmark/Akka.Benchmarks/Actor/ActorMessagingMemoryPressureBenchmark.cs",
    "mpmc"
)]
public class ActorsHandoffRouter : Workloads.Handoff
{
    private ActorSystem _system = null!;
    private IActorRef _router = ActorRefs.Nobody;
    private List<IActorRef> _producers = [];
    private CountdownEvent _answered = null!;
    private int _consumers;

    protected override void Prepare()
    {
        base.Prepare();
        _system = PublicSystem.Start();
    }

    protected override void Open()
    {
        (_answered, _consumers) = (new(Parameters.Producers), 0);
        _router = _system.ActorOf(
            Props.Create(() => new Consumer(this)).WithRouter(new RoundRobinPool(Parameters.Consumers))
        );
        _producers =
        [
            .. Producers.Select(producer =>
                _system.ActorOf(Props.Create(() => new Producer(this, producer)))
            ),
        ];
    }

    protected override void Burst()
    {
        _answered.Reset();
        _producers.ForEach(producer => producer.Tell(Start.Instance));
        _answered.Wait();
        AwaitTaken();
    }

    protected override void Close() =>
        Task.WaitAll(_producers.Append(_router).Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Start
    {
        public static readonly Start Instance = new();
    }

    private sealed record Message(HandoffItem Item);

    private sealed record Answer
    {
        public static readonly Answer Instance = new();
    }

    private sealed class Producer(ActorsHandoffRouter lane, HandoffProducer producer) : UntypedActor
    {
        private readonly int _share = lane.Parameters.Capacity / lane.Parameters.Producers;
        private int _inFlight;
        private bool _isOffering;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Start)
            {
                _isOffering = true;
            }
            else
            {
                _inFlight--;
            }

            while (_isOffering && _inFlight < _share)
            {
                Offer();
            }

            if (!_isOffering && _inFlight == 0)
            {
                lane._answered.Signal();
            }
        }

        private void Offer()
        {
            _isOffering = producer.TryOffer(out var item);
            if (_isOffering)
            {
                _inFlight++;
                lane._router.Tell(new Message(item));
            }
        }
    }

    private sealed class Consumer(ActorsHandoffRouter lane) : UntypedActor
    {
        private readonly HandoffConsumer _consumer = lane.Consumers[
            Interlocked.Increment(ref lane._consumers) - 1
        ];

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            _consumer.Take(((Message)message).Item);
            Sender.Tell(Answer.Instance);
        }
    }
}
