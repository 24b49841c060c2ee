using System.Runtime.InteropServices;
using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>An actor owns the dictionary; callers are actors that tell it an operation and get told the result.</summary>
public class Sharedmap : Workloads.Sharedmap
{
    private ActorSystem _system = null!;
    private Dictionary<int, long> _counts = [];
    private IActorRef _owner = ActorRefs.Nobody;
    private List<IActorRef> _callers = [];
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
        _owner = _system.ActorOf(Props.Create(() => new Owner(this, _counts)));
        _callers =
        [
            .. Callers.Select(caller =>
                _system.ActorOf(Props.Create(() => new Caller(this, caller, _owner)))
            ),
        ];
    }

    protected override void CallAll()
    {
        _callers.ForEach(caller => caller.Tell(Signal.Instance));
        _calling.Wait();
    }

    protected override void Close() =>
        Task.WaitAll(_callers.Append(_owner).Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Signal
    {
        public static readonly Signal Instance = new();
    }

    private sealed record Request(MapOperation Operation);

    private sealed record Result(long Value);

    private sealed class Owner(Sharedmap lane, Dictionary<int, long> counts) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            var operation = ((Request)message).Operation;
            var value = operation.IsRead
                ? operation.Sum(counts)
                : ++CollectionsMarshal.GetValueRefOrAddDefault(counts, operation.Key, out _);
            Sender.Tell(new Result(value));
        }
    }

    private sealed class Caller(Sharedmap lane, MapCaller caller, IActorRef owner) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Result result)
            {
                caller.Take(result.Value);
            }

            if (caller.TryNext(out var operation))
            {
                owner.Tell(new Request(operation));
            }
            else
            {
                lane._calling.Signal();
            }
        }
    }
}
