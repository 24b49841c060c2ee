using System.Collections.Concurrent;

namespace Bench.Tasks;

/// <summary>
/// The textbook's bounded buffer with awaits in place of waits: a queue, and two semaphores that count what waits in it
/// and what room is left.
/// </summary>
/// <param name="capacity">Items that may wait; 0 for no bound.</param>
internal sealed class AwaitedBuffer<T>(int capacity)
{
    private readonly ConcurrentQueue<T> _items = new();
    private readonly SemaphoreSlim _room = new(capacity);
    private readonly SemaphoreSlim _waiting = new(0);

    /// <summary>Adds an item, awaiting room.</summary>
    public async ValueTask AddAsync(T item, CancellationToken cancellation = default)
    {
        if (capacity > 0)
        {
            await _room.WaitAsync(cancellation);
        }

        _items.Enqueue(item);
        _waiting.Release();
    }

    /// <summary>Takes an item, awaiting one; nothing once the buffer is complete and empty.</summary>
    public async ValueTask<(bool HasItem, T Item)> TakeAsync(CancellationToken cancellation = default)
    {
        await _waiting.WaitAsync(cancellation);
        if (!_items.TryDequeue(out var item))
        {
            return (false, default!);
        }

        if (capacity > 0)
        {
            _room.Release();
        }

        return (true, item);
    }

    /// <summary>No item comes any more: who is released without one has seen the end.</summary>
    /// <param name="takers">Tasks that take from it.</param>
    public void Complete(int takers = 1) => _waiting.Release(takers);
}
