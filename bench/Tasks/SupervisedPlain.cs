using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task for each item walks it through the stages, whose room is a semaphore each, and gives it up when a stage fails.
/// </summary>
[Variant("plain", Presets.Smoke | Presets.Standard | Presets.Full)]
public class SupervisedPlain : Workloads.Supervised
{
    private SemaphoreSlim[] _rooms = [];

    protected override bool IsSupervised => false;

    protected override void Open() =>
        _rooms = [
            .. Enumerable
                .Range(0, Parameters.Stages)
                .Select(_ => new SemaphoreSlim(Parameters.WorkersPerStage)),
        ];

    protected override void Admit(SupervisedItem item) => _ = Task.Run(() => WalkAsync(item));

    protected override void Close() { }

    private async Task WalkAsync(SupervisedItem item)
    {
        using var unit = Units.Enter();
        try
        {
            for (var stage = 0; stage < Parameters.Stages; stage++)
            {
                await PassAsync(item, stage);
            }

            item.Done();
        }
        catch (StageFaultException error)
        {
            item.Fail(error.Fault);
        }
    }

    private async Task PassAsync(SupervisedItem item, int stage)
    {
        await _rooms[stage].WaitAsync();
        try
        {
            await Backend.CallAsync(StageTime);
            item.Pass(stage);
        }
        finally
        {
            _rooms[stage].Release();
        }
    }
}
