using Akka.Actor;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor per request whose children are the request's: when one fails, the supervisor's strategy stops it and tells the
/// others to stop, which each does when the call that it is in has been answered. The request returns when it has seen every
/// child terminate.
/// </summary>
public class Scopes : Workloads.Scopes
{
    private ActorSystem _system = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() { }

    protected override void Admit(ScopeRequest request) =>
        _system.ActorOf(Props.Create<RequestActor>(this, request));

    protected override void Close() => _system.Stop();

    private sealed record Done(long Result);

    private sealed class GiveUp
    {
        public static readonly GiveUp Now = new();
    }

    private sealed class Stop
    {
        public static readonly Stop AfterTheCall = new();
    }

    private sealed class RequestActor(Scopes lane, ScopeRequest request) : UntypedActor
    {
        private readonly List<IActorRef> _children = [];
        private CancellationTokenRegistration _registration;
        private int _alive;
        private int _done;
        private long _total;
        private bool _hasFailed;

        protected override SupervisorStrategy SupervisorStrategy() =>
            new OneForOneStrategy(_ =>
            {
                _hasFailed = true;
                _children.ForEach(child => child.Tell(Stop.AfterTheCall));
                return Directive.Stop;
            });

        protected override void PreStart()
        {
            lane.Units.Started();
            _alive = request.Children.Count;
            foreach (var child in request.Children)
            {
                _children.Add(Context.Watch(Context.ActorOf(Props.Create<ChildActor>(lane, child))));
            }

            var self = Self;
            _registration = request.Cancellation.Register(() => self.Tell(GiveUp.Now));
        }

        protected override void PostStop()
        {
            _registration.Dispose();
            lane.Units.Ended();
        }

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Done done:
                    _done++;
                    _total += done.Result;
                    break;
                case GiveUp:
                    _children.ForEach(child => child.Tell(Stop.AfterTheCall));
                    break;
                case Terminated when --_alive == 0:
                    Return();
                    Context.Stop(Self);
                    break;
            }
        }

        private void Return()
        {
            if (_hasFailed)
            {
                request.Fail();
            }
            else if (_done < request.Children.Count)
            {
                request.GiveUp();
            }
            else
            {
                request.Succeed(_total);
            }
        }
    }

    private sealed class ChildActor(Scopes lane, ScopeChild child) : UntypedActor
    {
        private bool _isToStop;

        protected override void PreStart()
        {
            child.Started();
            Call();
        }

        protected override void PostStop() => child.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Stop)
            {
                _isToStop = true;
            }
            else if (!child.Take())
            {
                Context.Parent.Tell(new Done(child.Result));
                Context.Stop(Self);
            }
            else if (_isToStop)
            {
                Context.Stop(Self);
            }
            else
            {
                Call();
            }
        }

        private void Call() =>
            lane.Backend.CallAsync(child.Begin()).AsTask().PipeTo(Self, success: () => Answer.Come);

        private sealed class Answer
        {
            public static readonly Answer Come = new();
        }
    }
}
