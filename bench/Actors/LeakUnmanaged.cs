using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>An actor for each piece of background work, which lives until the sink answers, however long that takes.</summary>
[Variant("unmanaged", Presets.Smoke | Presets.Standard | Presets.Full)]
public class LeakUnmanaged : Workloads.Leak
{
    private ActorSystem _system = null!;

    protected override bool IsBound => false;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() { }

    protected override void Start(BackgroundWork work) => _system.ActorOf(Props.Create<Sender>(this, work));

    protected override void Close() => _system.Stop();

    private sealed class Sender(LeakUnmanaged lane, BackgroundWork work) : UntypedActor
    {
        protected override void PreStart()
        {
            lane.Units.Started();
            lane.Sink.CallAsync().PipeTo(Self, success: () => Taken.Done);
        }

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            work.Deliver();
            Context.Stop(Self);
        }
    }

    private sealed class Taken
    {
        public static readonly Taken Done = new();
    }
}
