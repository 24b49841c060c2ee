using Akka.Actor;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>
/// One actor keeps so many messages in flight to another, which answers each; each answer is room for the next. The batch
/// in flight of Proto.Actor's comparison with Akka.NET is the buffer here.
/// </summary>
[Variant("actors-in-flight", Presets.None)]
[Form(
    "actors",
    "Tell with a batch in flight, default dispatcher",
    "https://github.com/asynkron/protoactor-dotnet/blob/dev/benchmarks/External/AkkaNetInProcessBenchmark/Program.cs",
    "1p1c"
)]
public class ActorsHandoffInFlight : Workloads.Handoff
{
    private ActorSystem _system = null!;
    private IActorRef _ping = ActorRefs.Nobody;
    private IActorRef _pong = ActorRefs.Nobody;
    private CountdownEvent _answered = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = PublicSystem.Start();
    }

    protected override void Open()
    {
        _answered = new(1);
        _pong = _system.ActorOf(Props.Create(() => new PongActor(this, Consumers[0])));
        _ping = _system.ActorOf(Props.Create(() => new PingActor(this, Producers[0])));
    }

    protected override void Burst()
    {
        _answered.Reset();
        _ping.Tell(Start.Instance);
        _answered.Wait();
        AwaitTaken();
    }

    protected override void Close() => Task.WaitAll(_ping.GracefulStop(Limit), _pong.GracefulStop(Limit));

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

    private sealed class PingActor(ActorsHandoffInFlight lane, HandoffProducer producer) : UntypedActor
    {
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

            while (_isOffering && _inFlight < lane.Parameters.Capacity)
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
                lane._pong.Tell(new Message(item));
            }
        }
    }

    private sealed class PongActor(ActorsHandoffInFlight lane, HandoffConsumer consumer) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            consumer.Take(((Message)message).Item);
            Sender.Tell(Answer.Instance);
        }
    }
}
