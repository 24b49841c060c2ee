using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor for the gateway and one for each book. A book grants the gateway credit for half a queue whenever it has done as much,
/// so no more orders are on their way to it than may wait.
/// </summary>
public class Orderbook : Workloads.Orderbook
{
    private ActorSystem _system = null!;
    private PID[] _books = [];
    private PID _gateway = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _books =
        [
            .. Desks.Select(desk => _system.Root.Spawn(Props.FromProducer(() => new Book(this, desk)))),
        ];
        _gateway = _system.Root.Spawn(Props.FromProducer(() => new Entry(this)));
    }

    protected override void Trade()
    {
        _system.Root.Send(_gateway, Begin.Instance);
        AwaitApplied();
    }

    protected override void Close() => _system.Stop(_books.Append(_gateway));

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Credit(int Book, int Orders);

    private sealed class Entry(Orderbook lane) : IActor
    {
        private readonly int[] _credit =
        [
            .. Enumerable.Repeat(lane.Parameters.QueueCapacity, lane.Parameters.Books),
        ];

        private Order? _next;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Credit credit:
                    _credit[credit.Book] += credit.Orders;
                    Submit(context);
                    break;
                case Begin:
                    Submit(context);
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

        private void Submit(IContext context)
        {
            while ((_next ??= Next()) is { } next && _credit[next.Book] > 0)
            {
                _credit[next.Book]--;
                context.Send(lane._books[next.Book], next);
                _next = null;
            }
        }

        private Order? Next() => lane.Gateway.TryNext(out var order) ? order : null;
    }

    private sealed class Book(Orderbook lane, BookDesk desk) : IActor
    {
        private readonly int _batch = Math.Max(1, lane.Parameters.QueueCapacity / 2);
        private int _done;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Order order:
                    desk.Take(order);
                    if (++_done == _batch)
                    {
                        _done = 0;
                        context.Send(lane._gateway, new Credit(order.Book, _batch));
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
}
