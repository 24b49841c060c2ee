using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor each for a job's source, stage and consumer, beside each other; who takes grants room to who gives. A consumer that
/// goes away tells nobody: source and stage wait for room for as long as the system has them.
/// </summary>
[Variant("uncancelled", Presets.Smoke | Presets.Standard | Presets.Full)]
public class AbandonedUncancelled : Workloads.Abandoned
{
    private const string Prefix = "job";
    private ActorSystem _system = null!;

    protected override bool Cancels => false;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Start(AbandonedJob job)
    {
        var consumer = Spawn(() => new Consumer(this, job));
        var stage = Spawn(() => new Stage(this, job, consumer));
        Spawn(() => new Source(this, job, stage));
    }

    // Nobody but the system's registry knows who is left.
    protected override void Release() => _system.Stop(_system.ProcessRegistry.Find(Prefix));

    protected override void Close() { }

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private PID Spawn(Producer producer) => _system.Root.SpawnPrefix(Props.FromProducer(producer), Prefix);

    private sealed record Offer(AbandonedItem Item, PID Giver);

    private sealed class Room
    {
        public static readonly Room ForOne = new();
    }

    private sealed class NoMore
    {
        public static readonly NoMore Items = new();
    }

    private sealed class Consumer(AbandonedUncancelled lane, AbandonedJob job) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Offer offer:
                    if (job.Consume(offer.Item))
                    {
                        context.Send(offer.Giver, Room.ForOne);
                    }
                    else
                    {
                        context.Stop(context.Self);
                    }

                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }
    }

    private sealed class Stage(AbandonedUncancelled lane, AbandonedJob job, PID consumer) : IActor
    {
        private readonly Queue<Offer> _waiting = new();
        private int _room = lane.Parameters.Capacity;
        private bool _isLast;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Offer offer:
                    _waiting.Enqueue(offer);
                    HandOn(context);
                    break;
                case Room:
                    _room++;
                    HandOn(context);
                    break;
                case NoMore:
                    _isLast = true;
                    HandOn(context);
                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }

        private void HandOn(IContext context)
        {
            while (_room > 0 && _waiting.TryDequeue(out var next))
            {
                _room--;
                context.Send(consumer, new Offer(job.Treat(next.Item), context.Self));
                context.Send(next.Giver, Room.ForOne);
            }

            if (_isLast && _waiting.Count == 0)
            {
                context.Stop(context.Self);
            }
        }
    }

    private sealed class Source(AbandonedUncancelled lane, AbandonedJob job, PID stage) : IActor
    {
        private int _room = lane.Parameters.Capacity;
        private AbandonedItem? _next;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Room:
                    _room++;
                    Give(context);
                    break;
                case Started:
                    lane.Units.Started();
                    Give(context);
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }

        // The next item is there before there is room for it, as with a source that blocks.
        private void Give(IContext context)
        {
            while ((_next ??= Produced()) is { } item && _room > 0)
            {
                _room--;
                context.Send(stage, new Offer(item, context.Self));
                _next = null;
            }

            if (_next is null)
            {
                context.Send(stage, NoMore.Items);
                context.Stop(context.Self);
            }
        }

        private AbandonedItem? Produced() => job.TryProduce(out var item) ? item : null;
    }
}
