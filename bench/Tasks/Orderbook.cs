using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task for the gateway, and one for a book as long as orders wait for it: an order that finds nobody at work starts a task, which
/// takes all that wait at once, again and again, until nothing is left. A semaphore holds the gateway back.
/// </summary>
public class Orderbook : Workloads.Orderbook
{
    private List<Owner> _owners = [];

    protected override void Open() => _owners = [.. Desks.Select(desk => new Owner(this, desk))];

    protected override void Trade()
    {
        Task.Run(BringAllAsync).Wait();
        AwaitApplied();
    }

    protected override void Close() => Task.WaitAll(_owners.Select(owner => owner.Working));

    private async Task BringAllAsync()
    {
        using var unit = Units.Enter();
        while (Gateway.TryNext(out var order))
        {
            await _owners[order.Book].OfferAsync(order);
        }
    }

    private sealed class Owner(Orderbook lane, BookDesk desk)
    {
        private readonly SemaphoreSlim _room = new(lane.Parameters.QueueCapacity);
        private readonly Lock _lock = new();
        private List<Order> _waiting = [];
        private List<Order> _taken = [];
        private bool _isWorking;

        /// <summary>The tasks that work or have worked, as one; the gateway's alone.</summary>
        public Task Working { get; private set; } = Task.CompletedTask;

        public async ValueTask OfferAsync(Order order)
        {
            await _room.WaitAsync();
            bool mustStart;
            lock (_lock)
            {
                _waiting.Add(order);
                mustStart = !_isWorking;
                _isWorking = true;
            }

            if (mustStart)
            {
                // The one before has taken all that waited, but may not have returned yet.
                var work = Task.Run(Work);
                Working = Working.IsCompleted ? work : Task.WhenAll(Working, work);
            }
        }

        private void Work()
        {
            using var unit = lane.Units.Enter();
            while (TryTakeAll())
            {
                foreach (var order in _taken)
                {
                    desk.Take(order);
                }

                _room.Release(_taken.Count);
                _taken.Clear();
            }
        }

        private bool TryTakeAll()
        {
            lock (_lock)
            {
                (_waiting, _taken) = (_taken, _waiting);
                _isWorking = _taken.Count > 0;
                return _isWorking;
            }
        }
    }
}
