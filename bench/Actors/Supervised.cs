using Akka.Actor;
using Akka.Pattern;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor for each stage supervises its workers. A worker whose call fails throws and is restarted; before that it sees to it that
/// its item comes again a little later, or hands it to the stage, which gives it up or takes it back after a while.
/// </summary>
public class Supervised : Workloads.Supervised
{
    private const int FailuresInARow = 10;
    private ActorSystem _system = null!;
    private IActorRef[] _stages = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _stages = new IActorRef[Parameters.Stages];
        for (var stage = 0; stage < Parameters.Stages; stage++)
        {
            _stages[stage] = _system.ActorOf(Props.Create<Stage>(this, stage));
        }
    }

    protected override void Admit(SupervisedItem item) => _stages[0].Tell(item);

    protected override void Close() => _system.Stop();

    private static bool IsExpected(Exception error) => error is StageFaultException or OpenCircuitException;

    private sealed record Job(SupervisedItem Item, int Tries);

    private sealed record Passed(SupervisedItem Item);

    private sealed record Trouble(SupervisedItem Item, StageFault Fault);

    private sealed class Stage(Supervised lane, int number) : UntypedActor, IWithTimers
    {
        private readonly Queue<SupervisedItem> _waiting = new();
        private readonly Queue<IActorRef> _idle = new();

        public ITimerScheduler Timers { get; set; } = null!;

        protected override SupervisorStrategy SupervisorStrategy() =>
            new OneForOneStrategy(error => IsExpected(error) ? Directive.Restart : Directive.Escalate);

        protected override void PreStart()
        {
            lane.Units.Started();
            var breaker = new CircuitBreaker(
                Context.System.Scheduler,
                FailuresInARow,
                callTimeout: TimeSpan.FromSeconds(5),
                resetTimeout: lane.BreakTime
            ).OnOpen(lane.BreakerOpened);
            for (var worker = 0; worker < lane.Parameters.WorkersPerStage; worker++)
            {
                _idle.Enqueue(Context.ActorOf(Props.Create<Worker>(lane, number, breaker)));
            }
        }

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case SupervisedItem item:
                    _waiting.Enqueue(item);
                    break;
                case Passed passed:
                    _idle.Enqueue(Sender);
                    HandOn(passed.Item);
                    break;
                case Trouble trouble:
                    _idle.Enqueue(Sender);
                    Judge(trouble);
                    break;
            }

            while (_waiting.Count > 0 && _idle.TryDequeue(out var worker))
            {
                worker.Tell(new Job(_waiting.Dequeue(), Tries: 1));
            }
        }

        private void HandOn(SupervisedItem item)
        {
            if (number + 1 < lane.Parameters.Stages)
            {
                lane._stages[number + 1].Tell(item);
            }
            else
            {
                item.Done();
            }
        }

        private void Judge(Trouble trouble)
        {
            if (trouble.Fault == StageFault.Permanent || !trouble.Item.TryResubmit())
            {
                trouble.Item.Fail(trouble.Fault);
            }
            else
            {
                Timers.StartSingleTimer(trouble.Item, trouble.Item, lane.ResubmitDelay);
            }
        }
    }

    private sealed class Worker(Supervised lane, int stage, CircuitBreaker breaker) : UntypedActor
    {
        private Job? _job;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        // The next incarnation knows nothing of the item, so it is sent to it, or back to the stage.
        protected override void PreRestart(Exception reason, object message)
        {
            base.PreRestart(reason, message);
            var (item, tries) = _job!;
            var fault = (reason as StageFaultException)?.Fault ?? StageFault.Outage;
            var isWorthIt = reason is StageFaultException && fault != StageFault.Permanent;
            if (isWorthIt && tries <= lane.Parameters.Retries)
            {
                // Akka's scheduler ticks every 10 ms, which is longer than the first delay.
                var again = new Job(item, tries + 1);
                Task.Delay(lane.RetryDelay * Math.Pow(2, tries - 1)).PipeTo(Self, success: () => again);
            }
            else
            {
                Context.Parent.Tell(new Trouble(item, fault), Self);
            }
        }

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Job job:
                    _job = job;
                    breaker.WithCircuitBreaker(_ => CallAsync(job.Item)).PipeTo(Self);
                    break;
                case Passed passed:
                    Context.Parent.Tell(passed);
                    break;
                case Status.Failure failure:
                    throw failure.Cause;
            }
        }

        // The breaker counts whatever is thrown. Faults of single items say nothing of the backend, so they pass it as values.
        private async Task<object> CallAsync(SupervisedItem item)
        {
            await lane.Backend.CallAsync(lane.StageTime);
            try
            {
                item.Pass(stage);
                return new Passed(item);
            }
            catch (StageFaultException error) when (error.Fault != StageFault.Outage)
            {
                return new Status.Failure(error);
            }
        }
    }
}
