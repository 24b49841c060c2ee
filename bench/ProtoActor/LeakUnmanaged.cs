using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>An actor for each piece of background work, which lives until the sink answers, however long that takes.</summary>
[Variant("unmanaged", Presets.Smoke | Presets.Standard | Presets.Full)]
public class LeakUnmanaged : Workloads.Leak
{
    private ActorSystem _system = null!;

    protected override bool IsBound => false;

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

    private sealed class Sender(LeakUnmanaged lane, BackgroundWork work) : IActor
    {
        public async Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Started:
                    lane.Units.Started();
                    await lane.Sink.CallAsync();
                    work.Deliver();
                    context.Stop(context.Self);
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }
        }
    }
}
