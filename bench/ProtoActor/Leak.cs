using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor for each piece of background work awaits its call to the sink, which a token with the deadline ends.
/// </summary>
public class Leak : Workloads.Leak
{
    private ActorSystem _system = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() { }

    protected override void Start(BackgroundWork work) =>
        _system.Root.Spawn(Props.FromProducer(() => new Sender(this, work)).WithStartDeadline(TimeSpan.Zero));

    // All work has ended, and its actors stop.
    protected override void Close() { }

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed class Sender(Leak lane, BackgroundWork work) : IActor
    {
        public async Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Started:
                    lane.Units.Started();
                    await SendAsync();
                    context.Stop(context.Self);
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }
        }

        private async Task SendAsync()
        {
            using var limit = new CancellationTokenSource(lane.Deadline);
            try
            {
                await lane.Sink.CallAsync(limit.Token);
                work.Deliver();
            }
            catch (OperationCanceledException)
            {
                work.GiveUp();
            }
        }
    }
}
