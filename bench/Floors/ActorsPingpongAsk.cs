using Akka.Actor;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>An async method outside of the actors asks an actor that echoes, and awaits the answer before it asks again.</summary>
[Variant("actors-ask", Presets.None)]
[Form(
    "actors",
    "Ask, UntypedActor, default dispatcher",
    "https://github.com/asynkron/protoactor-dotnet/blob/dev/benchmarks/ClusterMicroBenchmarks/InProcessRequestAsyncBenchmark.cs",
    "ask"
)]
public class ActorsPingpongAsk : Workloads.Pingpong
{
    private ActorSystem _system = null!;
    private IActorRef _echo = ActorRefs.Nobody;

    protected override void Prepare()
    {
        base.Prepare();
        _system = PublicSystem.Start();
    }

    protected override void Open()
    {
        _echo = _system.ActorOf(Props.Create(() => new Echo(this)));
        Units.Started();
    }

    protected override void Play() => Task.Run(AskAsync).Wait();

    protected override void Close()
    {
        _echo.GracefulStop(Limit).Wait();
        Units.Ended();
    }

    protected override void Dispose(Findings findings) => _system.Stop();

    private async Task AskAsync()
    {
        var pinger = Pingers[0];
        var ball = pinger.First;
        bool playOn;
        do
        {
            var reply = await _echo.Ask<Message>(new Message(ball));
            playOn = pinger.TryPlayOn(reply.Ball, out ball);
        } while (playOn);
    }

    private sealed record Message(long Ball);

    private sealed class Echo(ActorsPingpongAsk lane) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (lane.Pongers[0].TryReturn(((Message)message).Ball, out var reply))
            {
                Sender.Tell(new Message(reply));
            }
        }
    }
}
