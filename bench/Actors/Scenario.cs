using Akka.Actor;
using Akka.Routing;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Actors;

using ScenarioCall = Call<ScenarioRequest, ScenarioReply>;

/// <summary>
/// A gate actor hands requests to workers that are idle and queues the rest; an actor per key owns its state. Nothing awaits inside an
/// actor: the backend's answers come back as messages. Calls that block are made by actors with a thread each.
/// </summary>
public class Scenario : Workloads.Scenario
{
    private const string ThreadEach = "thread-each";
    private ActorSystem _system = null!;
    private IActorRef[] _keepers = [];
    private IActorRef _blockers = ActorRefs.Nobody;
    private IActorRef _gate = ActorRefs.Nobody;
    private CountdownEvent _running = null!;
    private int _waiting;

    protected override void Prepare() => _system = ActorHost.Start($"{ThreadEach}.type = PinnedDispatcher");

    protected override void Open()
    {
        _running = new(initialCount: 1);
        _keepers = [.. Keys.Select(key => _system.ActorOf(Props.Create(() => new Keeper(this, key))))];
        if (Parameters.BlockingThreads > 0)
        {
            _blockers = _system.ActorOf(
                Props
                    .Create(() => new Blocker(this))
                    .WithDispatcher(ThreadEach)
                    .WithRouter(new SmallestMailboxPool(Parameters.BlockingThreads))
            );
        }

        _gate = _system.ActorOf(Props.Create(() => new Gate(this)));
    }

    protected override bool TryAdmit(ScenarioCall call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _running.AddCount();
        _gate.Tell(call);
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _system.Stop();
    }

    private sealed record Question(ScenarioRequest Request, int Call);

    private sealed record Answered(int Call);

    private sealed record Idle
    {
        public static readonly Idle Instance = new();
    }

    private sealed class Gate : UntypedActor
    {
        private readonly Scenario _lane;
        private readonly Queue<ScenarioCall> _queue = new();
        private readonly Queue<IActorRef> _idle;

        public Gate(Scenario lane)
        {
            _lane = lane;
            var worker = Props.Create(() => new Worker(lane));
            _idle = new(
                Enumerable.Range(0, lane.Parameters.ConcurrencyLimit).Select(_ => Context.ActorOf(worker))
            );
        }

        protected override void PreStart() => _lane.Units.Started();

        protected override void PostStop() => _lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case ScenarioCall call:
                    _queue.Enqueue(call);
                    break;
                case Idle:
                    _idle.Enqueue(Sender);
                    break;
            }

            while (_idle.Count > 0 && _queue.TryDequeue(out var next))
            {
                Begin(next);
            }
        }

        private void Begin(ScenarioCall call)
        {
            Interlocked.Decrement(ref _lane._waiting);
            if (call.IsCancelled)
            {
                call.Abandon();
                _lane._running.Signal();
                return;
            }

            _idle.Dequeue().Tell(call);
        }
    }

    private sealed class Worker(Scenario lane) : UntypedActor
    {
        private ScenarioCall _call = null!;
        private int _left;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case ScenarioCall call:
                    (_call, _left) = (call, call.Request.Calls);
                    for (var index = 0; index < call.Request.Calls; index++)
                    {
                        Ask(index);
                    }

                    break;
                case Answered answered:
                    Take(answered.Call);
                    break;
            }
        }

        private void Ask(int index)
        {
            if (_call.Request.IsBlocking)
            {
                lane._blockers.Tell(new Question(_call.Request, index));
                return;
            }

            var answered = new Answered(index);
            lane.Backend.CallAsync(_call.Request.Begin(index)).AsTask().PipeTo(Self, success: () => answered);
        }

        private void Take(int index)
        {
            if (_call.Request.MustTryAgain(index))
            {
                Ask(index);
            }
            else if (--_left == 0)
            {
                GoOn();
            }
        }

        private void GoOn()
        {
            if (_call.Request.HasFailed)
            {
                _call.Fail();
                lane._running.Signal();
            }
            else
            {
                _call.Request.Work();
                lane._keepers[_call.Request.Key].Tell(_call);
            }

            Context.Parent.Tell(Idle.Instance);
        }
    }

    private sealed class Blocker(Scenario lane) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            var (request, call) = (Question)message;
            lane.Backend.Call(request.Begin(call));
            Sender.Tell(new Answered(call));
        }
    }

    private sealed class Keeper(Scenario lane, ScenarioKey key) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            var call = (ScenarioCall)message;
            call.Complete(key.Update(call.Request));
            lane._running.Signal();
        }
    }
}
