using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor for each stage that hands items to its workers. A worker whose call fails gives its item up and goes on: nothing is
/// thrown, so nobody has to supervise.
/// </summary>
[Variant("plain", Presets.Smoke | Presets.Standard | Presets.Full)]
public class SupervisedPlain : Workloads.Supervised
{
    private ActorSystem _system = null!;
    private PID[] _stages = [];

    protected override bool IsSupervised => false;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
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

    private sealed record Idle(PID Worker);

    private sealed class Stage(SupervisedPlain lane, int number) : IActor
    {
        private readonly Queue<SupervisedItem> _waiting = new();
        private readonly Queue<PID> _idle = new();

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case SupervisedItem item:
                    _waiting.Enqueue(item);
                    HandOut(context);
                    break;
                case Idle idle:
                    _idle.Enqueue(idle.Worker);
                    HandOut(context);
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

        private void Hire(IContext context)
        {
            var worker = Props.FromProducer(() => new Worker(lane, number));
            for (var hired = 0; hired < lane.Parameters.WorkersPerStage; hired++)
            {
                _idle.Enqueue(context.Spawn(worker));
            }
        }

        private void HandOut(IContext context)
        {
            while (_waiting.Count > 0 && _idle.TryDequeue(out var worker))
            {
                context.Send(worker, _waiting.Dequeue());
            }
        }
    }

    private sealed class Worker(SupervisedPlain lane, int stage) : IActor
    {
        public async Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case SupervisedItem item:
                    await lane.Backend.CallAsync(lane.StageTime);
                    Pass(item, context);
                    context.Send(context.Parent!, new Idle(context.Self));
                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }
        }

        private void Pass(SupervisedItem item, IContext context)
        {
            try
            {
                item.Pass(stage);
            }
            catch (StageFaultException error)
            {
                item.Fail(error.Fault);
                return;
            }

            if (stage + 1 < lane.Parameters.Stages)
            {
                context.Send(lane._stages[stage + 1], item);
            }
            else
            {
                item.Done();
            }
        }
    }
}
