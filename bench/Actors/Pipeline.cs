using Akka.Actor;
using Akka.Routing;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor or a pool of actors for each stage. Mailboxes have no bound, so the writer grants the source credit
/// for as many items as may be in flight: the source offers no more than that.
/// </summary>
public class Pipeline : Workloads.Pipeline
{
    private ActorSystem _system = null!;
    private IActorRef _source = ActorRefs.Nobody;
    private IActorRef[] _actors = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        var writer = _system.ActorOf(Props.Create(() => new Writer(this)));
        var aggregator = _system.ActorOf(Stage<EnrichedItem, AggregatedItem>(Aggregate, writer));
        var enrichers = _system.ActorOf(
            Stage<ParsedItem, EnrichedItem>(Enrich, aggregator)
                .WithRouter(new RoundRobinPool(Parameters.EnrichWorkers))
        );
        var parsers = _system.ActorOf(
            Stage<RawItem, ParsedItem>(Parse, enrichers)
                .WithRouter(new RoundRobinPool(Parameters.ParseWorkers))
        );
        _source = _system.ActorOf(Props.Create(() => new Source(this, parsers)));
        _actors = [_source, parsers, enrichers, aggregator, writer];
    }

    protected override void Flow()
    {
        _source.Tell(new Credit(Room));
        AwaitWritten();
    }

    protected override void Close() => Task.WaitAll(_actors.Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private Props Stage<TIn, TOut>(Func<TIn, TOut> work, IActorRef next) =>
        Props.Create(() => new Worker<TIn, TOut>(this, work, next));

    private sealed record Credit(int Items);

    private sealed class Source(Pipeline lane, IActorRef parsers) : UntypedActor
    {
        private RawItem? _offered;
        private int _next;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            // The first credit says that items may flow.
            if (_next == 0)
            {
                OfferNext();
            }

            for (var credit = ((Credit)message).Items; credit > 0 && _offered is not null; credit--)
            {
                parsers.Tell(_offered);
                OfferNext();
            }
        }

        // The next item is offered before there is credit for it, as a source that blocks offers it.
        private void OfferNext() => _offered = _next < lane.Parameters.Items ? lane.Offer(_next++) : null;
    }

    private sealed class Worker<TIn, TOut>(Pipeline lane, Func<TIn, TOut> work, IActorRef next) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        // Forward keeps the source as the sender, which is whom the writer grants credit.
        protected override void OnReceive(object message) => next.Forward(work((TIn)message));
    }

    private sealed class Writer(Pipeline lane) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            lane.Write((AggregatedItem)message);
            Sender.Tell(new Credit(1));
        }
    }
}
