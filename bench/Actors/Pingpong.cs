using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>Two actors per pair, which tell each other the ball.</summary>
public class Pingpong : Workloads.Pingpong
{
    private ActorSystem _system = null!;
    private List<IActorRef> _pongers = [];
    private List<IActorRef> _pingers = [];
    private CountdownEvent _playing = null!;

    /// <summary>Settings of the actors' dispatcher beside those of all lanes.</summary>
    protected virtual string Dispatcher => "";

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start(Dispatcher);
    }

    protected override void Open()
    {
        _playing = new(Parameters.Pairs);
        _pongers =
        [
            .. Pongers.Select(ponger => _system.ActorOf(Props.Create(() => new PongActor(this, ponger)))),
        ];
        _pingers =
        [
            .. Pingers.Select(pinger => _system.ActorOf(Props.Create(() => new PingActor(this, pinger)))),
        ];
    }

    protected override void Play()
    {
        for (var pair = 0; pair < Parameters.Pairs; pair++)
        {
            _pongers[pair].Tell(new Ball(Pingers[pair].First), _pingers[pair]);
        }

        _playing.Wait();
    }

    protected override void Close() =>
        Task.WaitAll(_pongers.Concat(_pingers).Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Ball(long Number);

    private sealed class PingActor(Pingpong lane, Pinger pinger) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            var playOn = pinger.TryPlayOn(((Ball)message).Number, out var next);
            Sender.Tell(new Ball(next));
            if (!playOn)
            {
                lane._playing.Signal();
            }
        }
    }

    private sealed class PongActor(Pingpong lane, Ponger ponger) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (ponger.TryReturn(((Ball)message).Number, out var reply))
            {
                Sender.Tell(new Ball(reply));
            }
        }
    }
}
