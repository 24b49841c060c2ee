using Bench.Measurement.Hosting;
using Bench.Workloads;
using Polly;
using Polly.CircuitBreaker;
using Proto;
using Proto.Timers;

namespace Bench.ProtoActor;

/// <summary>
/// An actor for each stage is the supervisor strategy of its workers, too. A worker awaits its call; one that fails throws and is
/// restarted. The stage gets the message on which it failed, and sends it again a little later, gives its item up or takes it back
/// after a while. The breaker is Polly's: Proto.Actor has none.
/// </summary>
public class Supervised : Workloads.Supervised
{
    private ActorSystem _system = null!;
    private Scheduler _scheduler = null!;
    private PID[] _stages = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
        _scheduler = new(_system.Root);
    }

    protected override void Open() =>
        _stages = [
            .. Enumerable
                .Range(0, Parameters.Stages)
                .Select(stage => _system.Root.Spawn(Props.FromProducer(() => new Stage(this, stage)))),
        ];

    protected override void Admit(SupervisedItem item) => _system.Root.Send(_stages[0], item);

    protected override void Close() => _system.Stop(_stages);

    protected override void Dispose(Findings findings) => _system.ShutDown();

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

    private sealed record Job(SupervisedItem Item, int Tries);

    private sealed record Passed(SupervisedItem Item, PID Worker);

    private sealed class Stage(Supervised lane, int number) : IActor, ISupervisorStrategy
    {
        private readonly Queue<SupervisedItem> _waiting = new();
        private readonly Queue<PID> _idle = new();

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case SupervisedItem item:
                    _waiting.Enqueue(item);
                    HandOut();
                    break;
                case Passed passed:
                    HandOn(passed.Item);
                    TakeBack(passed.Worker);
                    break;
                case Started:
                    lane.Units.Started();
                    Hire(context);
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }

        public void HandleFailure(
            ISupervisor supervisor,
            PID child,
            RestartStatistics rs,
            Exception reason,
            object? message
        )
        {
            if (reason is not (StageFaultException or BrokenCircuitException))
            {
                supervisor.EscalateFailure(reason, message);
                return;
            }

            supervisor.RestartChildren(reason, child);
            var job = (Job)MessageEnvelope.UnwrapMessage(message)!;
            var fault = (reason as StageFaultException)?.Fault ?? StageFault.Outage;
            var isWorthIt = reason is StageFaultException && fault != StageFault.Permanent;
            if (isWorthIt && job.Tries <= lane.Parameters.Retries)
            {
                var delay = lane.RetryDelay * Math.Pow(2, job.Tries - 1);
                lane._scheduler.SendOnce(delay, child, job with { Tries = job.Tries + 1 });
            }
            else
            {
                Judge(job.Item, fault);
                TakeBack(child);
            }
        }

        private void Hire(IContext context)
        {
            var breaker = lane.NewBreaker();
            var worker = Props.FromProducer(() => new Worker(lane, number, breaker));
            for (var hired = 0; hired < lane.Parameters.WorkersPerStage; hired++)
            {
                _idle.Enqueue(context.Spawn(worker));
            }
        }

        private void TakeBack(PID worker)
        {
            _idle.Enqueue(worker);
            HandOut();
        }

        private void HandOut()
        {
            while (_waiting.Count > 0 && _idle.TryDequeue(out var worker))
            {
                lane._system.Root.Send(worker, new Job(_waiting.Dequeue(), Tries: 1));
            }
        }

        private void HandOn(SupervisedItem item)
        {
            if (number + 1 < lane.Parameters.Stages)
            {
                lane._system.Root.Send(lane._stages[number + 1], item);
            }
            else
            {
                item.Done();
            }
        }

        private void Judge(SupervisedItem item, StageFault fault)
        {
            if (fault == StageFault.Permanent || !item.TryResubmit())
            {
                item.Fail(fault);
            }
            else
            {
                lane._scheduler.SendOnce(lane.ResubmitDelay, lane._stages[number], item);
            }
        }
    }

    private sealed class Worker(Supervised lane, int stage, ResiliencePipeline breaker) : IActor
    {
        public async Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Job job:
                    await breaker.ExecuteAsync(async _ =>
                    {
                        await lane.Backend.CallAsync(lane.StageTime);
                        job.Item.Pass(stage);
                    });
                    context.Send(context.Parent!, new Passed(job.Item, context.Self));
                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Restarting or Stopped:
                    lane.Units.Ended();
                    break;
            }
        }
    }
}
