using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;
using Proto.Router;

namespace Bench.ProtoActor;

/// <summary>
/// An actor or a round-robin pool of actors for each stage. Mailboxes have no bound, so the writer grants the source credit
/// for as many items as may be in flight: the source offers no more than that.
/// </summary>
public class Pipeline : Workloads.Pipeline
{
    private ActorSystem _system = null!;
    private PID _source = null!;
    private PID _parsers = null!;
    private PID[] _actors = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        var root = _system.Root;
        _source = root.Spawn(Props.FromProducer(() => new Source(this)));
        var writer = root.Spawn(Props.FromProducer(() => new Writer(this)));
        var aggregator = root.Spawn(Stage<EnrichedItem, AggregatedItem>(Aggregate, writer));
        var enrichers = root.Spawn(
            root.NewRoundRobinPool(
                Stage<ParsedItem, EnrichedItem>(Enrich, aggregator),
                Parameters.EnrichWorkers
            )
        );
        _parsers = root.Spawn(
            root.NewRoundRobinPool(Stage<RawItem, ParsedItem>(Parse, enrichers), Parameters.ParseWorkers)
        );
        _actors = [_source, _parsers, enrichers, aggregator, writer];
    }

    protected override void Flow()
    {
        _system.Root.Send(_source, new Credit(Room));
        AwaitWritten();
    }

    protected override void Close() => _system.Stop(_actors);

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private Props Stage<TIn, TOut>(Func<TIn, TOut> work, PID next)
        where TOut : notnull => Props.FromProducer(() => new Worker<TIn, TOut>(this, work, next));

    private sealed record Credit(int Items)
    {
        public static readonly Credit One = new(1);
    }

    private sealed class Source(Pipeline lane) : IActor
    {
        private RawItem? _offered;
        private int _next;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Credit credit:
                    Take(credit, context);
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

        private void Take(Credit credit, IContext context)
        {
            // The first credit says that items may flow.
            if (_next == 0)
            {
                OfferNext();
            }

            for (var left = credit.Items; left > 0 && _offered is not null; left--)
            {
                context.Send(lane._parsers, _offered);
                OfferNext();
            }
        }

        // The next item is offered before there is credit for it, as a source that blocks offers it.
        private void OfferNext() => _offered = _next < lane.Parameters.Items ? lane.Offer(_next++) : null;
    }

    private sealed class Worker<TIn, TOut>(Pipeline lane, Func<TIn, TOut> work, PID next) : IActor
        where TOut : notnull
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case TIn item:
                    context.Send(next, work(item));
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

    private sealed class Writer(Pipeline lane) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case AggregatedItem item:
                    lane.Write(item);
                    context.Send(lane._source, Credit.One);
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
}
