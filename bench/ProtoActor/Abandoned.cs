using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor each for a job's source, stage and consumer; who takes grants room to who gives. Source and stage are the consumer's
/// children, so a consumer that goes away stops them.
/// </summary>
public class Abandoned : Workloads.Abandoned
{
    private ActorSystem _system = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Start(AbandonedJob job) =>
        _system.Root.Spawn(Props.FromProducer(() => new Consumer(this, job)));

    // Every consumer has stopped, and what was below it.
    protected override void Close() { }

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Offer(AbandonedItem Item, PID Giver);

    private sealed class Room
    {
        public static readonly Room ForOne = new();
    }

    private sealed class NoMore
    {
        public static readonly NoMore Items = new();
    }

    private sealed class Consumer(Abandoned lane, AbandonedJob job) : IActor
    {
        private bool _hasGone;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                // Who waits for its children to stop still gets messages.
                case Offer offer when !_hasGone:
                    if (job.Consume(offer.Item))
                    {
                        context.Send(offer.Giver, Room.ForOne);
                    }
                    else
                    {
                        _hasGone = true;
                        context.Stop(context.Self);
                    }

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
            var consumer = context.Self;
            var stage = context.Spawn(Props.FromProducer(() => new Stage(lane, job, consumer)));
            context.Spawn(Props.FromProducer(() => new Source(lane, job, stage)));
        }
    }

    private sealed class Stage(Abandoned lane, AbandonedJob job, PID consumer) : IActor
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

    private sealed class Source(Abandoned lane, AbandonedJob job, PID stage) : IActor
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
