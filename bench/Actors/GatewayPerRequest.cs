using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>An actor for each request, child of a gate that lets one begin its check whenever a connection is free.</summary>
[Variant("per-request", Presets.Smoke | Presets.Standard | Presets.Full)]
public class GatewayPerRequest : Workloads.Gateway
{
    private ActorSystem _system = null!;
    private IActorRef _gate = ActorRefs.Nobody;
    private int _waiting;

    protected override bool IsBatched => false;

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };

    protected override void Prepare() => _system = ActorHost.Start();

    protected override void Open() => _gate = _system.ActorOf(Props.Create(() => new Gate(this)));

    protected override bool TryBuffer(Call<GatewayRequest, GatewayReply> call)
    {
        if (Volatile.Read(ref _waiting) >= BufferBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _gate.Tell(call);
        return true;
    }

    protected override void Close() => _system.Stop();

    private sealed class Answered
    {
        public static readonly Answered Now = new();
    }

    private sealed class Gate(GatewayPerRequest lane) : UntypedActor
    {
        private readonly Queue<(IActorRef Checker, Call<GatewayRequest, GatewayReply> Call)> _buffer = new();
        private int _checks;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Call<GatewayRequest, GatewayReply> call:
                    _buffer.Enqueue((Context.ActorOf(Props.Create<Checker>(lane)), call));
                    break;
                case Answered:
                    _checks--;
                    break;
            }

            while (_checks < lane.Parameters.ConcurrencyLimit && _buffer.TryDequeue(out var next))
            {
                _checks++;
                next.Checker.Tell(lane.Begin([next.Call]));
                Interlocked.Decrement(ref lane._waiting);
            }
        }
    }

    private sealed class Checker(GatewayPerRequest lane) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Checked done)
            {
                done.Check.Calls[0].Complete(done.Check.Replies()[0]);
                Context.Parent.Tell(Answered.Now);
                Context.Stop(Self);
                return;
            }

            var check = (TokenCheck)message;
            lane.Backend.CallAsync(check.ServiceTime)
                .AsTask()
                .PipeTo(Self, success: () => new Checked(check));
        }
    }

    private sealed record Checked(TokenCheck Check);
}
