using Bench.Measurement.Clocks;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread for each stream, which sleeps until its next tick is due, and one for each unit of other work.</summary>
public class Predictable : Workloads.Predictable
{
    private readonly List<Thread> _threads = [];

    protected override void Open()
    {
        _threads.AddRange(Others.Select(other => new Thread(() => Do(other))));
        _threads.ForEach(thread => thread.Start());
    }

    protected override void Start(TickStream stream)
    {
        var thread = new Thread(() => Keep(stream));
        _threads.Add(thread);
        thread.Start();
    }

    protected override void Close() => _threads.ForEach(thread => thread.Join());

    private void Keep(TickStream stream)
    {
        using var unit = Units.Enter();
        while (stream.NextDueAt is { } due)
        {
            SystemClock.Instance.WaitUntil(due);
            if (stream.TryBegin(out var tick))
            {
                stream.Run(tick);
            }
        }
    }

    private void Do(OtherWork other)
    {
        using var unit = Units.Enter();
        while (other.TryDoPiece()) { }
    }
}
