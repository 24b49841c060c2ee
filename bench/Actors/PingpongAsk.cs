using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>A caller and an actor per pair: the caller is an async method outside of the actors, which asks and awaits the answer.</summary>
[Variant("ask", Presets.Smoke | Presets.Full)]
public class PingpongAsk : Workloads.Pingpong
{
    private ActorSystem _system = null!;
    private List<IActorRef> _pongers = [];
    private Task[] _callers = [];
    private TaskCompletionSource _start = new();

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start(ActorHost.OnThePool);
    }

    protected override void Open()
    {
        _start = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _pongers =
        [
            .. Pongers.Select(ponger => _system.ActorOf(Props.Create(() => new PongActor(this, ponger)))),
        ];
        _callers = [.. Pingers.Zip(_pongers, (pinger, ponger) => Task.Run(() => CallAsync(pinger, ponger)))];
    }

    protected override void Play()
    {
        _start.SetResult();
        Task.WaitAll(_callers);
    }

    protected override void Close() => Task.WaitAll(_pongers.Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private async Task CallAsync(Pinger pinger, IActorRef ponger)
    {
        using var unit = Units.Enter();
        await _start.Task;
        var ball = pinger.First;
        while (pinger.TryPlayOn((await ponger.Ask<Ball>(new Ball(ball))).Number, out ball)) { }

        ponger.Tell(new Ball(ball));
    }

    private sealed record Ball(long Number);

    private sealed class PongActor(PingpongAsk lane, Ponger ponger) : UntypedActor
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
