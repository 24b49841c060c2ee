using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor for the gateway and one for each book. A book grants the gateway credit for half a queue whenever it has done as much,
/// so no more orders are on their way to it than may wait.
/// </summary>
public class Orderbook : Workloads.Orderbook
{
    private ActorSystem _system = null!;
    private List<IActorRef> _books = [];
    private IActorRef _gateway = ActorRefs.Nobody;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _books = [.. Desks.Select(desk => _system.ActorOf(Props.Create(() => new Book(this, desk))))];
        _gateway = _system.ActorOf(Props.Create(() => new Entry(this)));
    }

    protected override void Trade()
    {
        _gateway.Tell(Begin.Instance);
        AwaitApplied();
    }

    protected override void Close() =>
        Task.WaitAll(_books.Append(_gateway).Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Submit(Order Order);

    private sealed record Credit(int Book, int Orders);

    private sealed class Entry(Orderbook lane) : UntypedActor
    {
        private readonly int[] _credit =
        [
            .. Enumerable.Repeat(lane.Parameters.QueueCapacity, lane.Parameters.Books),
        ];

        private Submit? _next;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Credit credit)
            {
                _credit[credit.Book] += credit.Orders;
            }

            while ((_next ??= Next()) is { } next && _credit[next.Order.Book] > 0)
            {
                _credit[next.Order.Book]--;
                lane._books[next.Order.Book].Tell(next);
                _next = null;
            }
        }

        private Submit? Next() => lane.Gateway.TryNext(out var order) ? new(order) : null;
    }

    private sealed class Book(Orderbook lane, BookDesk desk) : UntypedActor
    {
        private readonly int _batch = Math.Max(1, lane.Parameters.QueueCapacity / 2);
        private int _done;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            var order = ((Submit)message).Order;
            desk.Take(order);
            if (++_done == _batch)
            {
                _done = 0;
                Sender.Tell(new Credit(order.Book, _batch));
            }
        }
    }
}
