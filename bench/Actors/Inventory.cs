using Akka.Actor;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// A gate actor limits the requests in work and queues the rest; an actor per product owns its stock. Nothing
/// awaits inside an actor: the backend's answer comes back as a message.
/// </summary>
public class Inventory : Workloads.Inventory
{
    private ActorSystem _system = null!;
    private IActorRef _gate = ActorRefs.Nobody;
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
        var shelves = Products
            .Select(product => _system.ActorOf(Props.Create(() => new Shelf(product, this))))
            .ToArray();
        _gate = _system.ActorOf(Props.Create(() => new Gate(this, shelves)));
    }

    protected override bool TryAdmit(Call<InventoryRequest, InventoryReply> call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _running.AddCount();
        _gate.Tell(call);
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _system.Stop();
    }

    private sealed class Gate : UntypedActor
    {
        private readonly Inventory _inventory;
        private readonly IActorRef[] _shelves;
        private readonly Queue<Call<InventoryRequest, InventoryReply>> _queue = new();
        private int _inWork;

        public Gate(Inventory inventory, IActorRef[] shelves)
        {
            _inventory = inventory;
            _shelves = shelves;
        }

        protected override void PreStart() => _inventory.Units.Started();

        protected override void PostStop() => _inventory.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Call<InventoryRequest, InventoryReply> call:
                    _queue.Enqueue(call);
                    break;
                case Fetched fetched:
                    _inWork--;
                    _shelves[fetched.Call.Request.Product].Tell(fetched.Call);
                    break;
            }

            while (_inWork < _inventory.Parameters.ConcurrencyLimit && _queue.TryDequeue(out var next))
            {
                Begin(next);
            }
        }

        private void Begin(Call<InventoryRequest, InventoryReply> call)
        {
            Interlocked.Decrement(ref _inventory._waiting);
            if (call.IsCancelled)
            {
                call.Abandon();
                _inventory._running.Signal();
                return;
            }

            _inWork++;
            _inventory
                .Backend.CallAsync(call.Request)
                .AsTask()
                .PipeTo(Self, success: () => new Fetched(call));
        }

        private sealed record Fetched(Call<InventoryRequest, InventoryReply> Call);
    }

    private sealed class Shelf(Product product, Inventory inventory) : UntypedActor
    {
        protected override void PreStart() => inventory.Units.Started();

        protected override void PostStop() => inventory.Units.Ended();

        protected override void OnReceive(object message)
        {
            var call = (Call<InventoryRequest, InventoryReply>)message;
            call.Complete(product.Apply(call.Request));
            inventory._running.Signal();
        }
    }
}
