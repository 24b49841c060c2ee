using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread for each piece of background work, which waits for the sink no longer than the deadline.</summary>
public class Leak : Workloads.Leak
{
    protected override void Open() { }

    protected override void Start(BackgroundWork work) => new Thread(() => Send(work)).Start();

    protected override void Close() { }

    private void Send(BackgroundWork work)
    {
        using var unit = Units.Enter();
        if (Sink.Call(Deadline))
        {
            work.Deliver();
        }
        else
        {
            work.GiveUp();
        }
    }
}
