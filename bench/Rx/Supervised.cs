using System.Reactive.Linq;
using System.Reactive.Subjects;
using Bench.Workloads;
using Polly;
using Polly.CircuitBreaker;

namespace Bench.Rx;

/// <summary>
/// A subject for each stage, where Merge lets so many items be in work. RetryWhen tries again with growing delays; what gets through
/// it is caught and goes to a subject of errors, whose items come back to their stage after a Delay, or is given up.
/// </summary>
public class Supervised : Workloads.Supervised
{
    private ISubject<SupervisedItem>[] _stages = [];
    private ISubject<(SupervisedItem Item, int Stage)> _errors = null!;

    protected override void Open()
    {
        // The stage before and the errors both send to a stage, and every stage sends errors.
        _stages = [.. Enumerable.Range(0, Parameters.Stages).Select(_ => Many<SupervisedItem>())];
        _errors = Many<(SupervisedItem, int)>();
        _errors.Delay(ResubmitDelay).Subscribe(error => _stages[error.Stage].OnNext(error.Item));
        for (var stage = 0; stage < Parameters.Stages; stage++)
        {
            Serve(stage);
        }
    }

    protected override void Admit(SupervisedItem item) => _stages[0].OnNext(item);

    // Every item has ended, so nothing is on its way any more.
    protected override void Close()
    {
        Array.ForEach(_stages, stage => stage.OnCompleted());
        _errors.OnCompleted();
    }

    private static ISubject<T> Many<T>() => Subject.Synchronize(new Subject<T>());

    private void Serve(int stage)
    {
        var breaker = NewBreaker();
        _stages[stage]
            .ObserveOn(Pool.Scheduler)
            .Select(item =>
                Observable
                    .FromAsync(() => TryAsync(item, stage, breaker))
                    .RetryWhen(BackOff)
                    .Select(_ => item)
                    .Catch((StageFaultException error) => Judge(item, stage, error.Fault))
                    .Catch((BrokenCircuitException _) => Judge(item, stage, StageFault.Outage))
            )
            .Merge(Parameters.WorkersPerStage)
            .Subscribe(item => HandOn(item, stage));
    }

    private async Task TryAsync(SupervisedItem item, int stage, ResiliencePipeline breaker)
    {
        using var unit = Units.Enter();
        await breaker.ExecuteAsync(async _ =>
        {
            await Backend.CallAsync(StageTime);
            item.Pass(stage);
        });
    }

    private IObservable<long> BackOff(IObservable<Exception> errors) =>
        errors.SelectMany(
            (error, tries) =>
                error is StageFaultException { Fault: not StageFault.Permanent } && tries < Parameters.Retries
                    ? Observable.Timer(RetryDelay * (1 << tries))
                    : Observable.Throw<long>(error)
        );

    private IObservable<SupervisedItem> Judge(SupervisedItem item, int stage, StageFault fault)
    {
        if (fault == StageFault.Permanent || !item.TryResubmit())
        {
            item.Fail(fault);
        }
        else
        {
            _errors.OnNext((item, stage));
        }

        return Observable.Empty<SupervisedItem>();
    }

    private void HandOn(SupervisedItem item, int stage)
    {
        if (stage + 1 < Parameters.Stages)
        {
            _stages[stage + 1].OnNext(item);
        }
        else
        {
            item.Done();
        }
    }

    // Rx has no breaker of its own.
    private ResiliencePipeline NewBreaker() =>
        new ResiliencePipelineBuilder()
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
