using Akka.Actor;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor for each handler, children of a switchboard that restarts the one that fails and no other. While a handler
/// waits for an answer it stashes what comes; a timer makes it fail when none does. The mailbox survives the restart.
/// </summary>
public class Routing : Workloads.Routing
{
    private ActorSystem _system = null!;
    private IActorRef _switchboard = ActorRefs.Nobody;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() =>
        _switchboard = _system.ActorOf(Props.Create(() => new Switchboard(this)));

    protected override void Route(CallEvent item) => _switchboard.Tell(item);

    protected override void Close() => _system.Stop();

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
                    .Range(0, lane.Parameters.Handlers)
                    .Select(number => Context.ActorOf(Props.Create<Handler>(lane, number))),
            ];
        }

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message) =>
            _handlers[((CallEvent)message).Handler].Tell(message);
    }

    private sealed class Handler(Routing lane, int number) : UntypedActor, IWithUnboundedStash, IWithTimers
    {
        private readonly CallHandler _handler = lane.TakeOver(number);
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
                    _handler.Handle(answer.To);
                    Stash.UnstashAll();
                    break;
                case CallEvent when _waiting is not null:
                    Stash.Stash();
                    break;
                case CallEvent item when _handler.HangsOn(item):
                    _waiting = item;
                    Timers.StartSingleTimer(Limit.Passed, Limit.Passed, lane.HangLimit);
                    lane.Peer.CallAsync().PipeTo(Self, success: () => new Answer(item));
                    break;
                case CallEvent item:
                    _handler.Handle(item);
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
