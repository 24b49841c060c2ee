using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

using TokenCall = Call<GatewayRequest, GatewayReply>;

/// <summary>
/// An actor for each request, child of a gate that lets one begin its check whenever a connection is free. It has nothing else to do
/// than to await the answer.
/// </summary>
[Variant("per-request", Presets.Smoke | Presets.Standard | Presets.Full)]
public class GatewayPerRequest : Workloads.Gateway
{
    private ActorSystem _system = null!;
    private Props _checker = Props.Empty;
    private PID _gate = null!;
    private int _waiting;

    protected override bool IsBatched => false;

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };

    protected override void Prepare()
    {
        _system = ActorHost.Start();
        _checker = Props.FromProducer(() => new Checker(this));
    }

    protected override void Open() => _gate = _system.Root.Spawn(Props.FromProducer(() => new Gate(this)));

    protected override bool TryBuffer(TokenCall call)
    {
        if (Volatile.Read(ref _waiting) >= BufferBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _system.Root.Send(_gate, call);
        return true;
    }

    protected override void Close() => _system.Stop(_gate);

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed class Answered
    {
        public static readonly Answered Now = new();
    }

    private sealed class Gate(GatewayPerRequest lane) : IActor
    {
        private readonly Queue<(PID Checker, TokenCall Call)> _buffer = new();
        private int _checks;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case TokenCall call:
                    _buffer.Enqueue((context.Spawn(lane._checker), call));
                    BeginWhatWaits(context);
                    break;
                case Answered:
                    _checks--;
                    BeginWhatWaits(context);
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

        private void BeginWhatWaits(IContext context)
        {
            while (_checks < lane.Parameters.ConcurrencyLimit && _buffer.TryDequeue(out var next))
            {
                _checks++;
                context.Send(next.Checker, lane.Begin([next.Call]));
                Interlocked.Decrement(ref lane._waiting);
            }
        }
    }

    private sealed class Checker(GatewayPerRequest lane) : IActor
    {
        public async Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case TokenCheck check:
                    await lane.Backend.CallAsync(check.ServiceTime);
                    check.Calls[0].Complete(check.Replies()[0]);
                    context.Send(context.Parent!, Answered.Now);
                    context.Stop(context.Self);
                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }
        }
    }
}
