using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

using PageCall = Call<PageRequest, Page>;

/// <summary>
/// An actor per page keeps count of what its page misses. It calls the backend when a gate has given it a permit for the part, and
/// reenters with the answer: parts are fetched at the same time.
/// </summary>
public class Sessions : Workloads.Sessions
{
    private ActorSystem _system = null!;
    private PID _gate = null!;
    private CountdownEvent _running = null!;

    protected override void Prepare() => _system = ActorHost.Start();

    protected override void Open()
    {
        _running = new(initialCount: 1);
        _gate = _system.Root.Spawn(Props.FromProducer(() => new Gate(this)));
    }

    protected override bool TryAdmit(PageCall call)
    {
        if (_running.CurrentCount > Parameters.PageBound)
        {
            return false;
        }

        _running.AddCount();
        _system.Root.Spawn(Props.FromProducer(() => new PageActor(this, call)));
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _system.Stop(_gate);
    }

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Wish(PID Page, int Part);

    private sealed record Permit(int Part);

    private sealed record Return
    {
        public static readonly Return Instance = new();
    }

    private sealed class Gate(Sessions lane) : IActor
    {
        private readonly Queue<Wish> _wishes = new();
        private int _permits = lane.Parameters.BackendLimit;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Wish wish:
                    _wishes.Enqueue(wish);
                    Grant(context);
                    break;
                case Return:
                    _permits++;
                    Grant(context);
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

        private void Grant(IContext context)
        {
            while (_permits > 0 && _wishes.TryDequeue(out var next))
            {
                _permits--;
                context.Send(next.Page, new Permit(next.Part));
            }
        }
    }

    private sealed class PageActor(Sessions lane, PageCall call) : IActor
    {
        private readonly Page _page = lane.NewPage(call.Request);

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Permit permit when call.IsCancelled:
                    GoOnAfter(permit.Part, context);
                    break;
                case Permit permit:
                    Fetch(permit.Part, context);
                    break;
                case Started:
                    lane.Units.Started();
                    context.Send(lane._gate, new Wish(context.Self, PagePlan.First));
                    break;
                case Stopped:
                    lane.Units.Ended();
                    lane._running.Signal();
                    break;
            }

            return Task.CompletedTask;
        }

        private void Fetch(int part, IContext context) =>
            context.ReenterAfter(
                lane.Backend.CallAsync(_page.Begin(part)).AsTask(),
                () =>
                {
                    _page.End(part);
                    GoOnAfter(part, context);
                }
            );

        private void GoOnAfter(int part, IContext context)
        {
            context.Send(lane._gate, Return.Instance);
            foreach (var next in _page.ReadyAfter(part))
            {
                context.Send(lane._gate, new Wish(context.Self, next));
            }

            if (part == _page.Last)
            {
                Answer(call, _page);
                context.Stop(context.Self);
            }
        }
    }
}
