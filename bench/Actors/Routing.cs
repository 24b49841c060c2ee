using Akka.Actor;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor for each unit of handlers, children of a switchboard that restarts the one that fails and no other. Events go
/// straight to them, as their references stay valid when they are restarted. While one waits for an answer it stashes what
/// comes; a timer makes it fail when none does. The mailbox survives the restart.
/// </summary>
public class Routing : Workloads.Routing
{
    private ActorSystem _system = null!;
    private IActorRef[] _units = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() =>
        _units = _system
            .ActorOf(Props.Create(() => new Switchboard(this)))
            .Ask<IActorRef[]>(Connect.Me, Limit)
            .Result;

    protected override void Route(CallEvent item) => _units[UnitOf(item)].Tell(item);

    protected override void Close() => _system.Stop();

    private sealed class Connect
    {
        public static readonly Connect Me = new();
    }

    private sealed class Switchboard(Routing lane) : UntypedActor
    {
        private IActorRef[] _handlers = [];

        protected override SupervisorStrategy SupervisorStrategy() =>
            new OneForOneStrategy(error =>
                error is HandlerCrashException or TimeoutException ? Directive.Restart : Directive.Escalate
            );

        protected override void PreStart()
        {
            lane.Units.Started();
            _handlers =
            [
                .. Enumerable
                    .Range(0, lane.UnitCount)
                    .Select(number => Context.ActorOf(Props.Create<Handler>(lane, number))),
            ];
        }

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message) => Sender.Tell(_handlers);
    }

    private sealed class Handler(Routing lane, int number) : UntypedActor, IWithUnboundedStash, IWithTimers
    {
        private readonly UnitHandlers _handlers = lane.TakeOver(number);
        private CallEvent? _waiting;

        public IStash Stash { get; set; } = null!;

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        // What was stashed goes back to the head of the mailbox, for the one who takes over.
        protected override void PreRestart(Exception reason, object message)
        {
            Stash.UnstashAll();
            base.PreRestart(reason, message);
        }

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Limit:
                    throw new TimeoutException($"handler {number} got no answer");
                case Answer answer when answer.To == _waiting:
                    _waiting = null;
                    Timers.Cancel(Limit.Passed);
                    _handlers.Handle(answer.To);
                    Stash.UnstashAll();
                    break;
                case CallEvent when _waiting is not null:
                    Stash.Stash();
                    break;
                case CallEvent item when _handlers.HangsOn(item):
                    _waiting = item;
                    Timers.StartSingleTimer(Limit.Passed, Limit.Passed, lane.HangLimit);
                    lane.Peer.CallAsync().PipeTo(Self, success: () => new Answer(item));
                    break;
                case CallEvent item:
                    _handlers.Handle(item);
                    break;
            }
        }

        private sealed record Answer(CallEvent To);

        private sealed class Limit
        {
            public static readonly Limit Passed = new();
        }
    }
}
