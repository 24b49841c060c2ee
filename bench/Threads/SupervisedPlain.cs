using System.Collections.Concurrent;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>Threads for each stage with a queue between one stage and the next; an item on which a stage fails is given up.</summary>
[Variant("plain", Presets.Smoke | Presets.Standard | Presets.Full)]
public class SupervisedPlain : Workloads.Supervised
{
    private BlockingCollection<SupervisedItem>[] _queues = [];
    private List<Thread> _workers = [];

    protected override bool IsSupervised => false;

    protected override void Open()
    {
        _queues =
        [
            .. Enumerable.Range(0, Parameters.Stages).Select(_ => new BlockingCollection<SupervisedItem>()),
        ];
        _workers = [.. Enumerable.Range(0, Parameters.Stages).SelectMany(Workers)];
        _workers.ForEach(thread => thread.Start());
    }

    protected override void Admit(SupervisedItem item) => _queues[0].Add(item);

    // Every item has ended, so nothing is on its way any more.
    protected override void Close()
    {
        Array.ForEach(_queues, queue => queue.CompleteAdding());
        _workers.ForEach(thread => thread.Join());
    }

    private IEnumerable<Thread> Workers(int stage) =>
        Enumerable.Range(0, Parameters.WorkersPerStage).Select(_ => new Thread(() => Work(stage)));

    private void Work(int stage)
    {
        using var unit = Units.Enter();
        foreach (var item in _queues[stage].GetConsumingEnumerable())
        {
            try
            {
                Backend.Call(StageTime);
                item.Pass(stage);
                HandOn(item, stage);
            }
            catch (StageFaultException error)
            {
                item.Fail(error.Fault);
            }
        }
    }

    private void HandOn(SupervisedItem item, int stage)
    {
        if (stage + 1 < Parameters.Stages)
        {
            _queues[stage + 1].Add(item);
        }
        else
        {
            item.Done();
        }
    }
}
