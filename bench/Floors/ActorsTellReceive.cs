using Akka.Actor;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>A caller outside of the actors tells a receive actor, which counts, as fast as it can.</summary>
[Variant("actors-receive", Presets.None)]
[Form(
    "actors",
    "Tell from outside, ReceiveActor, default dispatcher",
    "https://github.com/akkadotnet/akka.net/blob/dev/src/benchmark/Akka.Benchmarks/Actor/ActorMessagingMemoryPressureBenchmark.cs",
    "tell"
)]
public class ActorsTellReceive : Workloads.Handoff
{
    private ActorSystem _system = null!;
    private IActorRef _actor = ActorRefs.Nobody;

    protected override void Prepare()
    {
        base.Prepare();
        _system = PublicSystem.Start();
    }

    protected override void Open() =>
        _actor = _system.ActorOf(Props.Create(() => new Counter(this, Consumers[0])));

    protected override void Burst()
    {
        Task.Run(() => Tell(Producers[0])).Wait();
        AwaitTaken();
    }

    protected override void Close() => _actor.GracefulStop(Limit).Wait();

    protected override void Dispose(Findings findings) => _system.Stop();

    private void Tell(HandoffProducer producer)
    {
        using var unit = Units.Enter();
        while (producer.TryOffer(out var item))
        {
            _actor.Tell(new Hit(item));
        }
    }

    private sealed record Hit(HandoffItem Item);

    private sealed class Counter : ReceiveActor
    {
        private readonly ActorsTellReceive _lane;

        public Counter(ActorsTellReceive lane, HandoffConsumer consumer)
        {
            _lane = lane;
            Receive<Hit>(hit => consumer.Take(hit.Item));
        }

        protected override void PreStart() => _lane.Units.Started();

        protected override void PostStop() => _lane.Units.Ended();
    }
}
