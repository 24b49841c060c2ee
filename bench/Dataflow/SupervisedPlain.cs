using System.Threading.Tasks.Dataflow;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>A block for each stage, linked to the next for items that have passed and to the one that gives up those that have not.</summary>
[Variant("plain", Presets.Smoke | Presets.Standard | Presets.Full)]
public class SupervisedPlain : Workloads.Supervised
{
    private TransformBlock<Passage, Passage>[] _stages = [];
    private ActionBlock<Passage> _done = null!;
    private ActionBlock<Passage> _failed = null!;
    private Task _ended = Task.CompletedTask;

    protected override bool IsSupervised => false;

    protected override void Open()
    {
        _done = new(passage => passage.Item.Done());
        _failed = new(passage => passage.Item.Fail(passage.Fault));
        _stages = [.. Enumerable.Range(0, Parameters.Stages).Select(NewStage)];
        ITargetBlock<Passage>[] next = [.. _stages[1..], _done];
        foreach (var (stage, target) in _stages.Zip(next))
        {
            stage.LinkTo(target, passage => passage.Fault == StageFault.None);
            stage.LinkTo(_failed);
        }

        _ended = Units.CountAsync([.. _stages, _done, _failed]);
    }

    protected override void Admit(SupervisedItem item) => _stages[0].Post(new(item, StageFault.None));

    // Every item has ended, so nothing is on its way any more.
    protected override void Close()
    {
        Array.ForEach(_stages, stage => stage.Complete());
        _done.Complete();
        _failed.Complete();
        _ended.Wait();
    }

    private TransformBlock<Passage, Passage> NewStage(int stage) =>
        new(
            passage => ServeAsync(passage.Item, stage),
            new() { MaxDegreeOfParallelism = Parameters.WorkersPerStage, EnsureOrdered = false }
        );

    private async Task<Passage> ServeAsync(SupervisedItem item, int stage)
    {
        try
        {
            await Backend.CallAsync(StageTime);
            item.Pass(stage);
            return new(item, StageFault.None);
        }
        catch (StageFaultException error)
        {
            return new(item, error.Fault);
        }
    }

    private readonly record struct Passage(SupervisedItem Item, StageFault Fault);
}
