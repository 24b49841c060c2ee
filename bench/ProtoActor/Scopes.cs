using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor per request whose children are the request's, and which is their supervisor strategy, too: when one fails or the caller
/// gives up, it stops all. A child that is stopped has its token cancelled at once and ends with the call that it awaits. The
/// request returns when every child has terminated.
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
        _system.Root.Spawn(Props.FromProducer(() => new RequestActor(this, request)));

    // A request returns when nothing of it is alive but its own actor, which stops then.
    protected override void Close() { }

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Done(long Result);

    private sealed class RequestActor(Scopes lane, ScopeRequest request) : IActor, ISupervisorStrategy
    {
        private int _alive = request.Children.Count;
        private int _done;
        private long _total;
        private bool _hasFailed;
        private bool _hasGivenUp;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Started:
                    lane.Units.Started();
                    Fork(context);
                    break;
                case Done done:
                    _done++;
                    _total += done.Result;
                    TryReturn(context);
                    break;
                case Terminated:
                    _alive--;
                    TryReturn(context);
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }

        public void HandleFailure(
            ISupervisor supervisor,
            PID child,
            RestartStatistics rs,
            Exception reason,
            object? message
        )
        {
            _hasFailed = true;
            supervisor.StopChildren([.. supervisor.Children]);
        }

        private void Fork(IContext context)
        {
            foreach (var child in request.Children)
            {
                context.Spawn(
                    Props.FromProducer(() => new ChildActor(lane, child)).WithStartDeadline(TimeSpan.Zero)
                );
            }

            context.ReenterAfterCancellation(
                request.Cancellation,
                () =>
                {
                    _hasGivenUp = true;
                    foreach (var child in context.Children)
                    {
                        context.Stop(child);
                    }
                }
            );
        }

        // That a child has terminated is a system message, and overtakes what it has sent.
        private void TryReturn(IContext context)
        {
            var isComplete = _done == request.Children.Count;
            if (_alive > 0 || !(isComplete || _hasFailed || _hasGivenUp))
            {
                return;
            }

            if (_hasFailed)
            {
                request.Fail();
            }
            else if (isComplete)
            {
                request.Succeed(_total);
            }
            else
            {
                request.GiveUp();
            }

            context.Stop(context.Self);
        }
    }

    private sealed class ChildActor(Scopes lane, ScopeChild child) : IActor
    {
        public async Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Started:
                    child.Started();
                    await CallAsync(context);
                    break;
                case Stopped:
                    child.Ended();
                    break;
            }
        }

        private async Task CallAsync(IContext context)
        {
            var isStopped = context.CancellationToken;
            do
            {
                await lane.Backend.CallAsync(child.Begin());
                if (!child.Take())
                {
                    context.Send(context.Parent!, new Done(child.Result));
                    break;
                }
            } while (!isStopped.IsCancellationRequested);

            context.Stop(context.Self);
        }
    }
}
