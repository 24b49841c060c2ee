using System.Collections.Concurrent;
using Bench.Workloads;
using Polly;
using Polly.CircuitBreaker;

namespace Bench.Threads;

/// <summary>
/// Threads for each stage with a queue between one stage and the next. Retries and a breaker stand around each stage's work; what
/// gets through them goes to a supervisor thread, which gives an item up or sends it back to its stage after a while.
/// </summary>
public class Supervised : Workloads.Supervised
{
    private BlockingCollection<SupervisedItem>[] _queues = [];
    private BlockingCollection<Trouble> _errors = null!;
    private List<Thread> _workers = [];
    private Thread _supervisor = null!;

    protected override void Open()
    {
        _errors = [];
        _queues =
        [
            .. Enumerable.Range(0, Parameters.Stages).Select(_ => new BlockingCollection<SupervisedItem>()),
        ];
        _workers = [.. Enumerable.Range(0, Parameters.Stages).SelectMany(Workers)];
        _workers.ForEach(thread => thread.Start());
        _supervisor = new Thread(Supervise);
        _supervisor.Start();
    }

    protected override void Admit(SupervisedItem item) => _queues[0].Add(item);

    // Every item has ended, so nothing is on its way any more.
    protected override void Close()
    {
        Array.ForEach(_queues, queue => queue.CompleteAdding());
        _workers.ForEach(thread => thread.Join());
        _errors.CompleteAdding();
        _supervisor.Join();
    }

    private IEnumerable<Thread> Workers(int stage)
    {
        var shield = NewShield();
        return Enumerable
            .Range(0, Parameters.WorkersPerStage)
            .Select(_ => new Thread(() => Work(stage, shield)));
    }

    private void Work(int stage, ResiliencePipeline shield)
    {
        using var unit = Units.Enter();
        foreach (var item in _queues[stage].GetConsumingEnumerable())
        {
            try
            {
                shield.Execute(() =>
                {
                    Backend.Call(StageTime);
                    item.Pass(stage);
                });
                HandOn(item, stage);
            }
            catch (StageFaultException error)
            {
                _errors.Add(new(item, stage, error.Fault));
            }
            catch (BrokenCircuitException)
            {
                _errors.Add(new(item, stage, StageFault.Outage));
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

    private void Supervise()
    {
        using var unit = Units.Enter();
        var parked = new Queue<(Trouble Trouble, long DueAt)>();
        while (!_errors.IsCompleted)
        {
            var wait = parked.TryPeek(out var first)
                ? Math.Max(0, first.DueAt - Environment.TickCount64)
                : Timeout.Infinite;
            if (_errors.TryTake(out var trouble, (int)wait))
            {
                Judge(trouble, parked);
            }

            while (parked.TryPeek(out var next) && next.DueAt <= Environment.TickCount64)
            {
                parked.Dequeue();
                _queues[next.Trouble.Stage].Add(next.Trouble.Item);
            }
        }
    }

    private void Judge(Trouble trouble, Queue<(Trouble Trouble, long DueAt)> parked)
    {
        if (trouble.Fault == StageFault.Permanent || !trouble.Item.TryResubmit())
        {
            trouble.Item.Fail(trouble.Fault);
        }
        else
        {
            parked.Enqueue((trouble, Environment.TickCount64 + Parameters.ResubmitMilliseconds));
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

    private readonly record struct Trouble(SupervisedItem Item, int Stage, StageFault Fault);
}
