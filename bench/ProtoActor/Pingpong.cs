using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>Two actors per pair, which send each other the ball. It says who played it: an envelope with a sender would be one object more.</summary>
public class Pingpong : Workloads.Pingpong
{
    private ActorSystem _system = null!;
    private List<PID> _pongers = [];
    private List<PID> _pingers = [];
    private CountdownEvent _playing = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _playing = new(Parameters.Pairs);
        _pongers =
        [
            .. Pongers.Select(ponger =>
                _system.Root.Spawn(Props.FromProducer(() => new PongActor(this, ponger)))
            ),
        ];
        _pingers =
        [
            .. Pingers.Select(pinger =>
                _system.Root.Spawn(Props.FromProducer(() => new PingActor(this, pinger)))
            ),
        ];
    }

    protected override void Play()
    {
        for (var pair = 0; pair < Parameters.Pairs; pair++)
        {
            _system.Root.Send(_pongers[pair], new Ball(Pingers[pair].First, _pingers[pair]));
        }

        _playing.Wait();
    }

    protected override void Close() => _system.Stop(_pongers.Concat(_pingers));

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Ball(long Number, PID Player);

    private sealed class PingActor(Pingpong lane, Pinger pinger) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Ball ball:
                    var playOn = pinger.TryPlayOn(ball.Number, out var next);
                    context.Send(ball.Player, new Ball(next, context.Self));
                    if (!playOn)
                    {
                        lane._playing.Signal();
                    }

                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }
    }

    private sealed class PongActor(Pingpong lane, Ponger ponger) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Ball ball:
                    if (ponger.TryReturn(ball.Number, out var reply))
                    {
                        context.Send(ball.Player, new Ball(reply, context.Self));
                    }

                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }
    }
}
