using Akka.Actor;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>Two receive actors that tell each other a new signal; who asked for the game gets an answer at its end.</summary>
[Variant("actors-receive", Presets.None)]
[Form(
    "actors",
    "Tell, ReceiveActor, default dispatcher",
    "https://github.com/akkadotnet/akka.net/blob/dev/src/benchmark/Akka.Benchmarks/Actor/PingPongBenchmarks.cs",
    "ping-pong"
)]
public class ActorsPingpongReceive : Workloads.Pingpong
{
    private ActorSystem _system = null!;
    private IActorRef _ping = ActorRefs.Nobody;
    private IActorRef _pong = ActorRefs.Nobody;

    protected override void Prepare()
    {
        base.Prepare();
        _system = PublicSystem.Start();
    }

    protected override void Open()
    {
        _pong = _system.ActorOf(Props.Create(() => new Pong(this)));
        _ping = _system.ActorOf(Props.Create(() => new Ping(this, _pong)));
    }

    protected override void Play() => _ping.Ask<Done>(new Start(Pingers[0].First)).Wait();

    protected override void Close() => Task.WaitAll(_ping.GracefulStop(Limit), _pong.GracefulStop(Limit));

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Start(long Ball);

    private sealed record Signal(long Ball);

    private sealed record Done
    {
        public static readonly Done Instance = new();
    }

    private sealed class Ping : ReceiveActor
    {
        private readonly ActorsPingpongReceive _lane;
        private IActorRef _replyTo = ActorRefs.Nobody;

        public Ping(ActorsPingpongReceive lane, IActorRef pong)
        {
            _lane = lane;
            var pinger = lane.Pingers[0];
            Receive<Start>(start =>
            {
                _replyTo = Sender;
                pong.Tell(new Signal(start.Ball));
            });
            Receive<Signal>(signal =>
            {
                var playOn = pinger.TryPlayOn(signal.Ball, out var next);
                Sender.Tell(new Signal(next));
                if (!playOn)
                {
                    _replyTo.Tell(Done.Instance);
                }
            });
        }

        protected override void PreStart() => _lane.Units.Started();

        protected override void PostStop() => _lane.Units.Ended();
    }

    private sealed class Pong : ReceiveActor
    {
        private readonly ActorsPingpongReceive _lane;

        public Pong(ActorsPingpongReceive lane)
        {
            _lane = lane;
            var ponger = lane.Pongers[0];
            Receive<Signal>(signal =>
            {
                if (ponger.TryReturn(signal.Ball, out var reply))
                {
                    Sender.Tell(new Signal(reply));
                }
            });
        }

        protected override void PreStart() => _lane.Units.Started();

        protected override void PostStop() => _lane.Units.Ended();
    }
}
