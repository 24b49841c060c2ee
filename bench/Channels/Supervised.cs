using System.Threading.Channels;
using Bench.Workloads;
using Polly;
using Polly.CircuitBreaker;

namespace Bench.Channels;

/// <summary>
/// Workers for each stage with a channel between one stage and the next, and an error channel. Retries and a breaker stand around
/// each stage's work; what gets through them goes to the supervisor, which gives an item up or sends it back after a while.
/// </summary>
public class Supervised : Workloads.Supervised
{
    private Channel<SupervisedItem>[] _stages = [];
    private Channel<Trouble> _errors = null!;
    private Task[] _workers = [];
    private Task _supervisor = Task.CompletedTask;

    protected override void Open()
    {
        _stages =
        [
            .. Enumerable.Range(0, Parameters.Stages).Select(_ => Channel.CreateUnbounded<SupervisedItem>()),
        ];
        _errors = Channel.CreateUnbounded<Trouble>(new UnboundedChannelOptions { SingleReader = true });
        _workers = [.. Enumerable.Range(0, Parameters.Stages).SelectMany(Workers)];
        _supervisor = Task.Run(SuperviseAsync);
    }

    protected override void Admit(SupervisedItem item) => _stages[0].Writer.TryWrite(item);

    // Every item has ended, so nothing is on its way any more.
    protected override void Close()
    {
        Array.ForEach(_stages, stage => stage.Writer.Complete());
        Task.WaitAll(_workers);
        _errors.Writer.Complete();
        _supervisor.Wait();
    }

    private IEnumerable<Task> Workers(int stage)
    {
        var shield = NewShield();
        return Enumerable
            .Range(0, Parameters.WorkersPerStage)
            .Select(_ => Task.Run(() => WorkAsync(stage, shield)));
    }

    private async Task WorkAsync(int stage, ResiliencePipeline shield)
    {
        using var unit = Units.Enter();
        try
        {
            // ReadAllAsync would wake every waiting worker for each item.
            while (true)
            {
                await ServeAsync(await _stages[stage].Reader.ReadAsync(), stage, shield);
            }
        }
        catch (ChannelClosedException) { }
    }

    private async Task ServeAsync(SupervisedItem item, int stage, ResiliencePipeline shield)
    {
        try
        {
            await shield.ExecuteAsync(async _ =>
            {
                await Backend.CallAsync(StageTime);
                item.Pass(stage);
            });
            HandOn(item, stage);
        }
        catch (StageFaultException error)
        {
            _errors.Writer.TryWrite(new(item, stage, error.Fault));
        }
        catch (BrokenCircuitException)
        {
            _errors.Writer.TryWrite(new(item, stage, StageFault.Outage));
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

    private async Task SuperviseAsync()
    {
        using var unit = Units.Enter();
        await foreach (var (item, stage, fault) in _errors.Reader.ReadAllAsync())
        {
            if (fault == StageFault.Permanent || !item.TryResubmit())
            {
                item.Fail(fault);
            }
            else
            {
                _ = ResubmitAsync(item, stage);
            }
        }
    }

    private async Task ResubmitAsync(SupervisedItem item, int stage)
    {
        await Task.Delay(ResubmitDelay);
        _stages[stage].Writer.TryWrite(item);
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

    private readonly record struct Trouble(SupervisedItem Item, int Stage, StageFault Fault);
}
