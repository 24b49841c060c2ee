using Akka.Actor;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>One parent that creates all children upon one message; each says that it is ready as it starts.</summary>
[Variant("actors-ready", Presets.None)]
[Form(
    "actors",
    "Context.ActorOf in a loop, default dispatcher",
    "https://github.com/akkadotnet/akka.net/blob/dev/src/benchmark/Akka.Benchmarks/Actor/SpawnActorBenchmarks.cs",
    "spawn"
)]
public class ActorsFootprintReady : Workloads.Footprint
{
    private ActorSystem _system = null!;
    private IActorRef _parent = ActorRefs.Nobody;
    private IActorRef[] _children = [];
    private int _created;

    protected override void Prepare()
    {
        base.Prepare();
        _system = PublicSystem.Start();
    }

    protected override void Open()
    {
        _children = new IActorRef[UnitCount];
        _created = 0;
        _parent = _system.ActorOf(Props.Create<Parent>(this));
    }

    protected override void Create(int unit) => CreateMany(unit, unit + 1);

    protected override void CreateMany(int from, int until) => _parent.Tell(new Start(from, until));

    protected override void Wake(int unit) => _children[unit].Tell(unit);

    protected override void Stop() => _parent.GracefulStop(Limit).Wait();

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Start(int From, int Until);

    private sealed record Ready
    {
        public static readonly Ready Instance = new();
    }

    private sealed class Parent : ReceiveActor
    {
        public Parent(ActorsFootprintReady lane)
        {
            var child = Props.Create<Child>(lane);
            Receive<Start>(start =>
            {
                for (var unit = start.From; unit < start.Until; unit++)
                {
                    lane._children[unit] = Context.ActorOf(child);
                }
            });
            Receive<Ready>(_ => lane.Parked(lane._created++));
        }
    }

    private sealed class Child : ReceiveActor
    {
        private readonly ActorsFootprintReady _lane;

        public Child(ActorsFootprintReady lane)
        {
            _lane = lane;
            Receive<int>(unit => lane.Woken(unit));
        }

        protected override void PreStart()
        {
            _lane.Units.Started();
            Context.Parent.Tell(Ready.Instance);
        }

        protected override void PostStop() => _lane.Units.Ended();
    }
}
