using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

using StockCall = Call<InventoryRequest, InventoryReply>;

/// <summary>
/// A gate actor limits the requests in work and queues the rest; an actor per product owns its stock. The gate does not await the
/// backend but reenters when it has answered, so it goes on with other requests meanwhile.
/// </summary>
public class Inventory : Workloads.Inventory
{
    private ActorSystem _system = null!;
    private PID[] _shelves = [];
    private PID _gate = null!;
    private CountdownEvent _running = null!;
    private int _waiting;

    protected override InventoryParameters AsTold(InventoryParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };

    protected override void Prepare() => _system = ActorHost.Start();

    protected override void Open()
    {
        _running = new(initialCount: 1);
        _shelves =
        [
            .. Products.Select(product =>
                _system.Root.Spawn(Props.FromProducer(() => new Shelf(product, this)))
            ),
        ];
        _gate = _system.Root.Spawn(Props.FromProducer(() => new Gate(this)));
    }

    protected override bool TryAdmit(StockCall call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _running.AddCount();
        _system.Root.Send(_gate, call);
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _system.Stop(_shelves.Append(_gate));
    }

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed class Gate(Inventory inventory) : IActor
    {
        private readonly Queue<StockCall> _queue = new();
        private int _inWork;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case StockCall call:
                    _queue.Enqueue(call);
                    BeginWhatWaits(context);
                    break;
                case Started:
                    inventory.Units.Started();
                    break;
                case Stopped:
                    inventory.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }

        private void BeginWhatWaits(IContext context)
        {
            while (_inWork < inventory.Parameters.ConcurrencyLimit && _queue.TryDequeue(out var next))
            {
                Begin(next, context);
            }
        }

        private void Begin(StockCall call, IContext context)
        {
            Interlocked.Decrement(ref inventory._waiting);
            if (call.IsCancelled)
            {
                call.Abandon();
                inventory._running.Signal();
                return;
            }

            _inWork++;
            context.ReenterAfter(
                inventory.Backend.CallAsync(call.Request).AsTask(),
                () =>
                {
                    _inWork--;
                    context.Send(inventory._shelves[call.Request.Product], call);
                    BeginWhatWaits(context);
                }
            );
        }
    }

    private sealed class Shelf(Product product, Inventory inventory) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case StockCall call:
                    call.Complete(product.Apply(call.Request));
                    inventory._running.Signal();
                    break;
                case Started:
                    inventory.Units.Started();
                    break;
                case Stopped:
                    inventory.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }
    }
}
