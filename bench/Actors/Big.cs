using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>An actor per unit; each knows all others and tells them pings and pongs.</summary>
public class Big : Workloads.Big
{
    private ActorSystem _system = null!;
    private List<IActorRef> _actors = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() =>
        _actors = [.. Peers.Select(peer => _system.ActorOf(Props.Create(() => new Answerer(this, peer))))];

    protected override void Play()
    {
        for (var unit = 0; unit < Peers.Count; unit++)
        {
            _actors[unit].Tell(BeginOf(unit));
        }

        AwaitPongs();
    }

    protected override void Close() => Task.WaitAll(_actors.Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed class Answerer(Big lane, BigPeer peer) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (peer.TryAnswer((BigMessage)message, out var answer))
            {
                lane._actors[answer.To].Tell(answer);
            }
        }
    }
}
