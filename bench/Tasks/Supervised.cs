using Bench.Workloads;
using Polly;
using Polly.CircuitBreaker;

namespace Bench.Tasks;

/// <summary>
/// A task for each item walks it through the stages, whose room is a semaphore each. Retries and a breaker stand around each stage's
/// work; what gets through them is for the task itself to judge: it gives its item up, or waits and tries the stage again.
/// </summary>
public class Supervised : Workloads.Supervised
{
    private SemaphoreSlim[] _rooms = [];
    private ResiliencePipeline[] _shields = [];

    protected override void Open()
    {
        var stages = Enumerable.Range(0, Parameters.Stages);
        _rooms = [.. stages.Select(_ => new SemaphoreSlim(Parameters.WorkersPerStage))];
        _shields = [.. stages.Select(_ => NewShield())];
    }

    protected override void Admit(SupervisedItem item) => _ = Task.Run(() => WalkAsync(item));

    protected override void Close() { }

    private async Task WalkAsync(SupervisedItem item)
    {
        using var unit = Units.Enter();
        var stage = 0;
        while (stage < Parameters.Stages)
        {
            var fault = await TryPassAsync(item, stage);
            if (fault == StageFault.None)
            {
                stage++;
            }
            else if (fault == StageFault.Permanent || !item.TryResubmit())
            {
                item.Fail(fault);
                return;
            }
            else
            {
                await Task.Delay(ResubmitDelay);
            }
        }

        item.Done();
    }

    private async Task<StageFault> TryPassAsync(SupervisedItem item, int stage)
    {
        await _rooms[stage].WaitAsync();
        try
        {
            await _shields[stage]
                .ExecuteAsync(async _ =>
                {
                    await Backend.CallAsync(StageTime);
                    item.Pass(stage);
                });
            return StageFault.None;
        }
        catch (StageFaultException error)
        {
            return error.Fault;
        }
        catch (BrokenCircuitException)
        {
            return StageFault.Outage;
        }
        finally
        {
            _rooms[stage].Release();
        }
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
}
