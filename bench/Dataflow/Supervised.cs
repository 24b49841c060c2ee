using System.Threading.Tasks.Dataflow;
using Bench.Workloads;
using Polly;
using Polly.CircuitBreaker;

namespace Bench.Dataflow;

/// <summary>
/// A block for each stage, linked to the next for items that have passed and to the supervisor for those that have not. Retries and a
/// breaker stand around each stage's work; the supervisor gives an item up or posts it back to its stage after a while.
/// </summary>
public class Supervised : Workloads.Supervised
{
    private TransformBlock<Passage, Passage>[] _stages = [];
    private ActionBlock<Passage> _done = null!;
    private ActionBlock<Passage> _supervisor = null!;
    private Task _ended = Task.CompletedTask;

    protected override void Open()
    {
        _done = new(passage => passage.Item.Done());
        _supervisor = new(Supervise);
        _stages = [.. Enumerable.Range(0, Parameters.Stages).Select(NewStage)];
        ITargetBlock<Passage>[] next = [.. _stages[1..], _done];
        foreach (var (stage, target) in _stages.Zip(next))
        {
            stage.LinkTo(target, passage => passage.Fault == StageFault.None);
            stage.LinkTo(_supervisor);
        }

        _ended = Units.CountAsync([.. _stages, _done, _supervisor]);
    }

    protected override void Admit(SupervisedItem item) => Send(item, stage: 0);

    // Every item has ended, so nothing is on its way any more.
    protected override void Close()
    {
        Array.ForEach(_stages, stage => stage.Complete());
        _done.Complete();
        _supervisor.Complete();
        _ended.Wait();
    }

    private void Send(SupervisedItem item, int stage) =>
        _stages[stage].Post(new(item, stage, StageFault.None));

    private TransformBlock<Passage, Passage> NewStage(int stage)
    {
        var shield = NewShield();
        return new(
            passage => ServeAsync(passage.Item, stage, shield),
            new() { MaxDegreeOfParallelism = Parameters.WorkersPerStage, EnsureOrdered = false }
        );
    }

    private async Task<Passage> ServeAsync(SupervisedItem item, int stage, ResiliencePipeline shield)
    {
        try
        {
            await shield.ExecuteAsync(async _ =>
            {
                await Backend.CallAsync(StageTime);
                item.Pass(stage);
            });
            return new(item, stage, StageFault.None);
        }
        catch (StageFaultException error)
        {
            return new(item, stage, error.Fault);
        }
        catch (BrokenCircuitException)
        {
            return new(item, stage, StageFault.Outage);
        }
    }

    private void Supervise(Passage passage)
    {
        if (passage.Fault == StageFault.Permanent || !passage.Item.TryResubmit())
        {
            passage.Item.Fail(passage.Fault);
        }
        else
        {
            _ = ResubmitAsync(passage);
        }
    }

    private async Task ResubmitAsync(Passage passage)
    {
        await Task.Delay(ResubmitDelay);
        Send(passage.Item, passage.Stage);
    }

    private ResiliencePipeline NewShield() =>
        new ResiliencePipelineBuilder()
            .AddRetry(
                new()
                {
                    ShouldHandle = new PredicateBuilder().Handle<StageFaultException>(error =>
                        error.Fault != StageFault.Permanent
                    ),
                    MaxRetryAttempts = Parameters.Retries,
                    Delay = RetryDelay,
                    BackoffType = DelayBackoffType.Exponential,
                }
            )
            .AddCircuitBreaker(
                new()
                {
                    ShouldHandle = new PredicateBuilder().Handle<StageFaultException>(error =>
                        error.Fault == StageFault.Outage
                    ),
                    MinimumThroughput = 10,
                    SamplingDuration = TimeSpan.FromMilliseconds(500),
                    BreakDuration = BreakTime,
                    OnOpened = _ =>
                    {
                        BreakerOpened();
                        return default;
                    },
                }
            )
            .Build();

    private readonly record struct Passage(SupervisedItem Item, int Stage, StageFault Fault);
}
