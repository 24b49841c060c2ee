using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor per request; its parts are actors beside it, not its children, that tell it how they ended. It returns with the
/// first failure, or when its caller gives up; nobody tells the other parts, and they run on.
/// </summary>
[Variant("unstructured", Presets.Smoke | Presets.Standard | Presets.Full)]
public class ScopesUnstructured : Workloads.Scopes
{
    private ActorSystem _system = null!;

    protected override bool IsStructured => false;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() { }

    protected override void Admit(ScopeRequest request) =>
        _system.ActorOf(Props.Create<RequestActor>(this, request));

    // Parts that nobody waits for are still under way: they end by themselves, not by the system's end.
    protected override void Close()
    {
        SpinWait.SpinUntil(() => Units.Alive == 0, Limit);
        _system.Stop();
    }

    private void StartPart(ScopeChild child, IActorRef parent) =>
        _system.ActorOf(Props.Create<PartActor>(this, child, parent));

    private sealed record Done(long Result);

    private sealed class Failed
    {
        public static readonly Failed Here = new();
    }

    private sealed class GiveUp
    {
        public static readonly GiveUp Now = new();
    }

    private sealed class RequestActor(ScopesUnstructured lane, ScopeRequest request) : UntypedActor
    {
        private CancellationTokenRegistration _registration;
        private int _done;
        private long _total;

        protected override void PreStart()
        {
            lane.Units.Started();
            var self = Self;
            foreach (var child in request.Children)
            {
                lane.StartPart(child, self);
            }

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
                    _total += done.Result;
                    if (++_done == request.Children.Count)
                    {
                        request.Succeed(_total);
                        Context.Stop(Self);
                    }

                    break;
                case Failed:
                    request.Fail();
                    Context.Stop(Self);
                    break;
                case GiveUp:
                    request.GiveUp();
                    Context.Stop(Self);
                    break;
            }
        }
    }

    private sealed class PartActor(ScopesUnstructured lane, ScopeChild child, IActorRef parent) : UntypedActor
    {
        private object _report = Failed.Here;

        protected override void PreStart()
        {
            child.Started();
            Call();
        }

        protected override void PostStop()
        {
            child.Ended();
            parent.Tell(_report);
        }

        protected override void OnReceive(object message)
        {
            try
            {
                if (child.Take())
                {
                    Call();
                    return;
                }

                _report = new Done(child.Result);
            }
            catch (ChildFaultException) { }

            Context.Stop(Self);
        }

        private void Call() =>
            lane.Backend.CallAsync(child.Begin()).AsTask().PipeTo(Self, success: () => Answer.Come);

        private sealed class Answer
        {
            public static readonly Answer Come = new();
        }
    }
}
