using Akka.Actor;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Actors;

using PageCall = Call<PageRequest, Page>;

/// <summary>
/// An actor per page, child of a desk, keeps count of what its page misses. It calls the backend when a gate has
/// given it a permit for the part; nothing awaits inside an actor: the answer comes back as a message.
/// </summary>
public class Sessions : Workloads.Sessions
{
    private ActorSystem _system = null!;
    private IActorRef _desk = ActorRefs.Nobody;
    private CountdownEvent _running = null!;

    protected override void Prepare() => _system = ActorHost.Start();

    protected override void Open()
    {
        _running = new(initialCount: 1);
        var gate = _system.ActorOf(Props.Create(() => new Gate(this)));
        _desk = _system.ActorOf(Props.Create(() => new Desk(this, gate)));
    }

    protected override bool TryAdmit(PageCall call)
    {
        if (_running.CurrentCount > Parameters.PageBound)
        {
            return false;
        }

        _running.AddCount();
        _desk.Tell(call);
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _system.Stop();
    }

    private sealed record Wish(int Part);

    private sealed record Permit(int Part);

    private sealed record Return
    {
        public static readonly Return Instance = new();
    }

    private sealed record Fetched(int Part);

    private sealed class Desk(Sessions lane, IActorRef gate) : UntypedActor
    {
        private readonly Props _page = Props.Create(() => new PageActor(lane, gate));

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message) => Context.ActorOf(_page).Tell(message);
    }

    private sealed class Gate(Sessions lane) : UntypedActor
    {
        private readonly Queue<(IActorRef Page, Wish Wish)> _wishes = new();
        private int _permits = lane.Parameters.BackendLimit;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Wish wish)
            {
                _wishes.Enqueue((Sender, wish));
            }
            else
            {
                _permits++;
            }

            while (_permits > 0 && _wishes.TryDequeue(out var next))
            {
                _permits--;
                next.Page.Tell(new Permit(next.Wish.Part));
            }
        }
    }

    private sealed class PageActor(Sessions lane, IActorRef gate) : UntypedActor
    {
        private PageCall _call = null!;
        private Page _page = null!;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case PageCall call:
                    _call = call;
                    _page = lane.NewPage(call.Request);
                    gate.Tell(new Wish(PagePlan.First));
                    break;
                case Permit permit when _call.IsCancelled:
                    GoOnAfter(permit.Part);
                    break;
                case Permit permit:
                    lane.Backend.CallAsync(_page.Begin(permit.Part))
                        .AsTask()
                        .PipeTo(Self, success: () => new Fetched(permit.Part));
                    break;
                case Fetched fetched:
                    _page.End(fetched.Part);
                    GoOnAfter(fetched.Part);
                    break;
            }
        }

        private void GoOnAfter(int part)
        {
            gate.Tell(Return.Instance);
            foreach (var next in _page.ReadyAfter(part))
            {
                gate.Tell(new Wish(next));
            }

            if (part == _page.Last)
            {
                Answer(_call, _page);
                lane._running.Signal();
                Context.Stop(Self);
            }
        }
    }
}
