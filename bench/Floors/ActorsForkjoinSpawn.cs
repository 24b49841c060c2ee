using Akka.Actor;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>The tree of Akka.NET's SpawnBenchmark: an actor starts ten children, adds up what they tell it, and stops.</summary>
[Variant("actors-spawn", Presets.None)]
[Form(
    "actors",
    "Context.ActorOf, Tell, Stop, default dispatcher",
    "https://github.com/akkadotnet/akka.net/blob/dev/src/benchmark/SpawnBenchmark/SpawnActor.cs",
    "skynet"
)]
public class ActorsForkjoinSpawn : Workloads.Forkjoin
{
    private ActorSystem _system = null!;
    private IActorRef _root = ActorRefs.Nobody;

    protected override void Prepare()
    {
        base.Prepare();
        _system = PublicSystem.Start();
    }

    protected override void Open() => _root = _system.ActorOf(Props.Create<RootActor>(this));

    protected override Subtotal Build(LeafRange root) => _root.Ask<Subtotal>(root).Result;

    protected override void Close() => _root.GracefulStop(Limit).Wait();

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed class RootActor(ActorsForkjoinSpawn lane) : UntypedActor
    {
        private IActorRef _asker = ActorRefs.Nobody;

        protected override void OnReceive(object message)
        {
            if (message is LeafRange)
            {
                _asker = Sender;
                Context.ActorOf(SpawnActor.PropsOf(lane)).Tell(message);
            }
            else
            {
                _asker.Tell(message);
            }
        }
    }

    private sealed class SpawnActor(ActorsForkjoinSpawn lane) : UntypedActor
    {
        private int _todo = LeafRange.Parts;
        private Subtotal _sum = Subtotal.OfForkingUnit;

        public static Props PropsOf(ActorsForkjoinSpawn lane) => Props.Create<SpawnActor>(lane);

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is LeafRange range)
            {
                Start(range);
            }
            else if (message is Subtotal subtotal)
            {
                _todo -= 1;
                _sum += subtotal;
                if (_todo == 0)
                {
                    Context.Parent.Tell(_sum);
                    Context.Stop(Self);
                }
            }
        }

        private void Start(LeafRange range)
        {
            if (range.IsLowest)
            {
                Context.Parent.Tell(range.Sum());
                Context.Stop(Self);
                return;
            }

            for (var i = 0; i < LeafRange.Parts; i++)
            {
                Context.ActorOf(Context.Props).Tell(range.Part(i));
            }
        }
    }
}
