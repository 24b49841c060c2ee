using Akka.Actor;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor per request whose children are the request's: when one fails, the supervision strategy stops all of them. The
/// request returns when it has seen every child terminate.
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

    private sealed class RequestActor(Scopes lane, ScopeRequest request) : UntypedActor
    {
        private CancellationTokenRegistration _registration;
        private int _alive;
        private int _done;
        private long _total;
        private bool _hasFailed;

        protected override SupervisorStrategy SupervisorStrategy() =>
            new AllForOneStrategy(_ =>
            {
                _hasFailed = true;
                return Directive.Stop;
            });

        protected override void PreStart()
        {
            lane.Units.Started();
            _alive = request.Children.Count;
            foreach (var child in request.Children)
            {
                Context.Watch(Context.ActorOf(Props.Create<ChildActor>(lane, request, child)));
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
                    foreach (var child in Context.GetChildren())
                    {
                        Context.Stop(child);
                    }

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

    private sealed class ChildActor(Scopes lane, ScopeRequest request, ScopeChild child) : UntypedActor
    {
        private int _step;

        protected override void PreStart()
        {
            request.Started();
            Call();
        }

        protected override void PostStop() => request.Ended();

        protected override void OnReceive(object message)
        {
            child.Take(_step++);
            if (_step < child.Steps)
            {
                Call();
            }
            else
            {
                Context.Parent.Tell(new Done(child.Result));
                Context.Stop(Self);
            }
        }

        private void Call() =>
            lane.Backend.CallAsync(child.StepTime).AsTask().PipeTo(Self, success: () => Answer.Come);

        private sealed class Answer
        {
            public static readonly Answer Come = new();
        }
    }
}
