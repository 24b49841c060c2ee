using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>
/// Threads that each wait on an event of the system, the one of dotnet/performance's Set and Reset. No public suite starts
/// threads; this is the bare primitive.
/// </summary>
[Variant("threads-event", Presets.None)]
[Form(
    "threads",
    "Thread.Start; AutoResetEvent: WaitOne, Set",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading/Perf.EventWaitHandle.cs",
    "spawn"
)]
public class ThreadsFootprintEvent : Workloads.Footprint
{
    private readonly ManualResetEvent _stop = new(initialState: false);
    private Thread[] _threads = [];
    private AutoResetEvent[] _signals = [];

    protected override void Open()
    {
        _stop.Reset();
        _threads = new Thread[UnitCount];
        _signals = new AutoResetEvent[UnitCount];
    }

    protected override void Create(int unit)
    {
        _signals[unit] = new(initialState: false);
        _threads[unit] = new(() => Park(unit));
        _threads[unit].Start();
    }

    protected override void Wake(int unit) => _signals[unit].Set();

    protected override void Stop()
    {
        _stop.Set();
        Array.ForEach(_threads, thread => thread.Join());
    }

    private void Park(int unit)
    {
        using var alive = Units.Enter();
        Parked(unit);
        _signals[unit].WaitOne();
        Woken(unit);
        _stop.WaitOne();
    }
}
