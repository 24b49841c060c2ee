using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Sequential;

/// <summary>
/// One thread takes job by job from a queue; a unit is a job in work. The consumer asks for an item, which is produced and treated
/// then: when it asks no more, there is nothing that could be left.
/// </summary>
public class Abandoned : Workloads.Abandoned
{
    private BlockingCollection<AbandonedJob> _jobs = null!;
    private Thread _thread = null!;

    protected override void Open()
    {
        _jobs = [];
        _thread = new Thread(Work);
        _thread.Start();
    }

    protected override void Start(AbandonedJob job) => _jobs.Add(job);

    protected override void Close()
    {
        _jobs.CompleteAdding();
        _thread.Join();
    }

    private void Work()
    {
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            Do(job);
        }
    }

    private void Do(AbandonedJob job)
    {
        using var unit = Units.Enter();
        while (job.TryProduce(out var item) && job.Consume(job.Treat(item))) { }
    }
}
