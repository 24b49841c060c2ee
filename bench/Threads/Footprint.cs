using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread per unit, waiting on a monitor of its own: a semaphore would spin before it blocks.</summary>
public class Footprint : Workloads.Footprint
{
    private const int MostThreads = 8_000;
    private readonly ManualResetEvent _stop = new(initialState: false);
    private Thread[] _threads = [];
    private Signal[] _signals = [];

    protected override string? OutOfReach(FootprintParameters parameters) =>
        parameters.Units > MostThreads ? $"more than {MostThreads} threads would be alive at once" : null;

    protected override void Open()
    {
        _stop.Reset();
        _threads = new Thread[UnitCount];
        _signals = new Signal[UnitCount];
    }

    protected override void Create(int unit)
    {
        _signals[unit] = new Signal();
        _threads[unit] = new Thread(() => Park(unit));
        _threads[unit].Start();
    }

    protected override void Wake(int unit)
    {
        var signal = _signals[unit];
        lock (signal)
        {
            signal.IsSent = true;
            Monitor.Pulse(signal);
        }
    }

    protected override void Stop()
    {
        _stop.Set();
        Array.ForEach(_threads, thread => thread.Join());
    }

    private void Park(int unit)
    {
        using var alive = Units.Enter();
        Parked(unit);
        Await(_signals[unit]);
        Woken(unit);
        _stop.WaitOne();
    }

    private static void Await(Signal signal)
    {
        lock (signal)
        {
            while (!signal.IsSent)
            {
                Monitor.Wait(signal);
            }
        }
    }

    private sealed class Signal
    {
        public bool IsSent { get; set; }
    }
}
