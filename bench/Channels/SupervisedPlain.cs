using System.Threading.Channels;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>Workers for each stage with a channel between one stage and the next; an item on which a stage fails is given up.</summary>
[Variant("plain", Presets.Smoke | Presets.Standard | Presets.Full)]
public class SupervisedPlain : Workloads.Supervised
{
    private Channel<SupervisedItem>[] _stages = [];
    private Task[] _workers = [];

    protected override bool IsSupervised => false;

    protected override void Open()
    {
        _stages =
        [
            .. Enumerable.Range(0, Parameters.Stages).Select(_ => Channel.CreateUnbounded<SupervisedItem>()),
        ];
        _workers = [.. Enumerable.Range(0, Parameters.Stages).SelectMany(Workers)];
    }

    protected override void Admit(SupervisedItem item) => _stages[0].Writer.TryWrite(item);

    // Every item has ended, so nothing is on its way any more.
    protected override void Close()
    {
        Array.ForEach(_stages, stage => stage.Writer.Complete());
        Task.WaitAll(_workers);
    }

    private IEnumerable<Task> Workers(int stage) =>
        Enumerable.Range(0, Parameters.WorkersPerStage).Select(_ => Task.Run(() => WorkAsync(stage)));

    private async Task WorkAsync(int stage)
    {
        using var unit = Units.Enter();
        try
        {
            // ReadAllAsync would wake every waiting worker for each item.
            while (true)
            {
                await ServeAsync(await _stages[stage].Reader.ReadAsync(), stage);
            }
        }
        catch (ChannelClosedException) { }
    }

    private async Task ServeAsync(SupervisedItem item, int stage)
    {
        try
        {
            await Backend.CallAsync(StageTime);
            item.Pass(stage);
            HandOn(item, stage);
        }
        catch (StageFaultException error)
        {
            item.Fail(error.Fault);
        }
    }

    private void HandOn(SupervisedItem item, int stage)
    {
        if (stage + 1 < Parameters.Stages)
        {
            _stages[stage + 1].Writer.TryWrite(item);
        }
        else
        {
            item.Done();
        }
    }
}
