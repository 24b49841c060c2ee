using System.Runtime.InteropServices;
using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>An actor owns the dictionary; callers are actors that send it an operation and get sent the result.</summary>
public class Sharedmap : Workloads.Sharedmap
{
    private ActorSystem _system = null!;
    private Dictionary<int, long> _counts = [];
    private PID _owner = null!;
    private List<PID> _callers = [];
    private CountdownEvent _calling = null!;

    protected override IReadOnlyDictionary<int, long> Counts => _counts;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _counts = [];
        _calling = new(Parameters.Callers);
        _owner = _system.Root.Spawn(Props.FromProducer(() => new Owner(this, _counts)));
        _callers =
        [
            .. Callers.Select(caller =>
                _system.Root.Spawn(Props.FromProducer(() => new Caller(this, caller)))
            ),
        ];
    }

    protected override void CallAll()
    {
        _callers.ForEach(caller => _system.Root.Send(caller, Signal.Instance));
        _calling.Wait();
    }

    protected override void Close() => _system.Stop(_callers.Append(_owner));

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Signal
    {
        public static readonly Signal Instance = new();
    }

    private sealed record Asked(MapOperation Operation, PID Caller);

    private sealed record Result(long Value);

    private sealed class Owner(Sharedmap lane, Dictionary<int, long> counts) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Asked { Operation.IsRead: true } asked:
                    context.Send(asked.Caller, new Result(asked.Operation.Sum(counts)));
                    break;
                case Asked asked:
                    var key = asked.Operation.Key;
                    var count = ++CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
                    context.Send(asked.Caller, new Result(count));
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

    private sealed class Caller(Sharedmap lane, MapCaller caller) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Result result:
                    caller.Take(result.Value);
                    AskNext(context);
                    break;
                case Signal:
                    AskNext(context);
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

        private void AskNext(IContext context)
        {
            if (caller.TryNext(out var operation))
            {
                context.Send(lane._owner, new Asked(operation, context.Self));
            }
            else
            {
                lane._calling.Signal();
            }
        }
    }
}
