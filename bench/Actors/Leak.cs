using Akka.Actor;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor for each piece of background work; a receive timeout ends it, and with it its call to the sink.
/// </summary>
public class Leak : Workloads.Leak
{
    private ActorSystem _system = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() { }

    protected override void Start(BackgroundWork work) => _system.ActorOf(Props.Create<Sender>(this, work));

    protected override void Close() => _system.Stop();

    private sealed class Sender(Leak lane, BackgroundWork work) : UntypedActor
    {
        private readonly CancellationTokenSource _call = new();

        protected override void PreStart()
        {
            lane.Units.Started();
            Context.SetReceiveTimeout(lane.Deadline);
            lane.Sink.CallAsync(_call.Token).PipeTo(Self, success: () => Taken.Done);
        }

        protected override void PostStop()
        {
            _call.Cancel();
            _call.Dispose();
            lane.Units.Ended();
        }

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Taken:
                    work.Deliver();
                    Context.Stop(Self);
                    break;
                case ReceiveTimeout:
                    work.GiveUp();
                    Context.Stop(Self);
                    break;
            }
        }
    }

    private sealed class Taken
    {
        public static readonly Taken Done = new();
    }
}
