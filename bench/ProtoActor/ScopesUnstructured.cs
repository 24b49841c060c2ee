using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor per request; its parts are actors beside it, not its children, that send it how they ended. It returns with the
/// first failure, or when its caller gives up; nobody stops the other parts, and they run on.
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
        _system.Root.Spawn(Props.FromProducer(() => new RequestActor(this, request)));

    // Parts that nobody waits for are still under way: they end by themselves.
    protected override void Close() { }

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Done(long Result);

    private sealed class Failed
    {
        public static readonly Failed Here = new();
    }

    private sealed class RequestActor(ScopesUnstructured lane, ScopeRequest request) : IActor
    {
        private int _done;
        private long _total;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Started:
                    lane.Units.Started();
                    Fork(context);
                    break;
                case Done done:
                    _total += done.Result;
                    if (++_done == request.Children.Count)
                    {
                        request.Succeed(_total);
                        context.Stop(context.Self);
                    }

                    break;
                case Failed:
                    request.Fail();
                    context.Stop(context.Self);
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }

        private void Fork(IContext context)
        {
            foreach (var child in request.Children)
            {
                context.System.Root.Spawn(
                    Props
                        .FromProducer(() => new PartActor(lane, child, context.Self))
                        .WithStartDeadline(TimeSpan.Zero)
                );
            }

            context.ReenterAfterCancellation(
                request.Cancellation,
                () =>
                {
                    // It may have returned just before.
                    if (!context.CancellationToken.IsCancellationRequested)
                    {
                        request.GiveUp();
                        context.Stop(context.Self);
                    }
                }
            );
        }
    }

    private sealed class PartActor(ScopesUnstructured lane, ScopeChild child, PID request) : IActor
    {
        private object _report = Failed.Here;

        public async Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Started:
                    child.Started();
                    await CallAsync();
                    context.Stop(context.Self);
                    break;
                case Stopped:
                    child.Ended();
                    context.Send(request, _report);
                    break;
            }
        }

        private async Task CallAsync()
        {
            try
            {
                do
                {
                    await lane.Backend.CallAsync(child.Begin());
                } while (child.Take());

                _report = new Done(child.Result);
            }
            catch (ChildFaultException) { }
        }
    }
}
