using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>An actor per member, which tells the next one the token.</summary>
public class Threadring : Workloads.Threadring
{
    private ActorSystem _system = null!;
    private List<IActorRef> _actors = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() =>
        _actors = [
            .. Enumerable
                .Range(0, Members.Count)
                .Select(member => _system.ActorOf(Props.Create(() => new Member(this, member)))),
        ];

    protected override void Play()
    {
        _actors[0].Tell(First);
        AwaitLastHop();
    }

    protected override void Close() => Task.WaitAll(_actors.Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed class Member(Threadring lane, int member) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (lane.Members[member].TryPassOn((RingToken)message, out var passed))
            {
                lane._actors[(member + 1) % lane._actors.Count].Tell(passed);
            }
        }
    }
}
