using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread for each piece of background work, which waits for the sink for as long as that takes.</summary>
[Variant("unmanaged", Presets.Smoke | Presets.Standard | Presets.Full)]
public class LeakUnmanaged : Workloads.Leak
{
    private const int MostThreads = 8_000;

    protected override bool IsBound => false;

    protected override string? OutOfReach(LeakParameters parameters) =>
        WorkCount(parameters) > MostThreads
            ? $"more than {MostThreads} threads would be alive at once"
            : null;

    protected override void Open() { }

    protected override void Start(BackgroundWork work) => new Thread(() => Send(work)).Start();

    protected override void Close() { }

    private void Send(BackgroundWork work)
    {
        using var unit = Units.Enter();
        Sink.Call();
        work.Deliver();
    }
}
