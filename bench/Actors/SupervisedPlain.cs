using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor for each stage that hands items to its workers. A worker whose call fails gives its item up and goes on: nothing is
/// thrown, so nobody has to supervise.
/// </summary>
[Variant("plain", Presets.Smoke | Presets.Standard | Presets.Full)]
public class SupervisedPlain : Workloads.Supervised
{
    private ActorSystem _system = null!;
    private IActorRef[] _stages = [];

    protected override bool IsSupervised => false;

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

    private sealed record Passed(SupervisedItem Item);

    private sealed class GivenUp
    {
        public static readonly GivenUp One = new();
    }

    private sealed class Stage(SupervisedPlain lane, int number) : UntypedActor
    {
        private readonly Queue<SupervisedItem> _waiting = new();
        private readonly Queue<IActorRef> _idle = new();

        protected override void PreStart()
        {
            lane.Units.Started();
            for (var worker = 0; worker < lane.Parameters.WorkersPerStage; worker++)
            {
                _idle.Enqueue(Context.ActorOf(Props.Create<Worker>(lane, number)));
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
                case GivenUp:
                    _idle.Enqueue(Sender);
                    break;
            }

            while (_waiting.Count > 0 && _idle.TryDequeue(out var worker))
            {
                worker.Tell(_waiting.Dequeue());
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
    }

    private sealed class Worker(SupervisedPlain lane, int stage) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is SupervisedItem item)
            {
                lane.Backend.CallAsync(lane.StageTime).AsTask().PipeTo(Self, success: () => new Passed(item));
                return;
            }

            Pass((Passed)message);
        }

        private void Pass(Passed passed)
        {
            try
            {
                passed.Item.Pass(stage);
                Context.Parent.Tell(passed);
            }
            catch (StageFaultException error)
            {
                passed.Item.Fail(error.Fault);
                Context.Parent.Tell(GivenUp.One);
            }
        }
    }
}
