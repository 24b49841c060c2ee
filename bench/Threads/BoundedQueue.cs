using System.Diagnostics.CodeAnalysis;

namespace Bench.Threads;

/// <summary>The textbook's monitor: a queue that refuses when full and blocks its consumers when empty.</summary>
/// <remarks>
/// For pools of hundreds of threads. BlockingCollection waits on a SemaphoreSlim, which spins before it blocks:
/// good for the few threads of a pipeline, but with 1,000 consumers most of the processor time goes into that.
/// </remarks>
/// <param name="capacity">Items that may wait.</param>
internal sealed class BoundedQueue<T>(int capacity)
{
    private readonly Queue<T> _items = new();
    private bool _complete;

    /// <summary>Adds an item if there is room.</summary>
    public bool TryAdd(T item)
    {
        lock (_items)
        {
            if (_items.Count == capacity)
            {
                return false;
            }

            _items.Enqueue(item);
            Monitor.Pulse(_items);
            return true;
        }
    }

    /// <summary>Takes an item, waiting for one; false once the queue is complete and empty.</summary>
    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_items)
        {
            while (_items.Count == 0 && !_complete)
            {
                Monitor.Wait(_items);
            }

            return _items.TryDequeue(out item);
        }
    }

    /// <summary>No item comes any more.</summary>
    public void Complete()
    {
        lock (_items)
        {
            _complete = true;
            Monitor.PulseAll(_items);
        }
    }
}
