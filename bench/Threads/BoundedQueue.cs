using System.Diagnostics.CodeAnalysis;

namespace Bench.Threads;

/// <summary>The textbook's monitor: a queue that blocks its producers when full and its consumers when empty.</summary>
/// <remarks>
/// BlockingCollection does the same on two SemaphoreSlim, which spin before they block: with hundreds of
/// consumers waiting, most of the processor time goes into that.
/// </remarks>
/// <param name="capacity">Items that may wait.</param>
internal sealed class BoundedQueue<T>(int capacity)
{
    private readonly Queue<T> _items = new();
    private int _producersWaiting;
    private int _consumersWaiting;
    private bool _complete;

    /// <summary>Adds an item, waiting for room.</summary>
    public void Add(T item)
    {
        lock (_items)
        {
            while (_items.Count == capacity)
            {
                Wait(ref _producersWaiting);
            }

            Enqueue(item);
        }
    }

    /// <summary>Adds an item if there is room.</summary>
    public bool TryAdd(T item)
    {
        lock (_items)
        {
            if (_items.Count == capacity)
            {
                return false;
            }

            Enqueue(item);
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
                Wait(ref _consumersWaiting);
            }

            if (!_items.TryDequeue(out item))
            {
                return false;
            }

            Wake(_producersWaiting);
            return true;
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

    private void Enqueue(T item)
    {
        _items.Enqueue(item);
        Wake(_consumersWaiting);
    }

    private void Wait(ref int waiting)
    {
        waiting++;
        Monitor.Wait(_items);
        waiting--;
    }

    private void Wake(int waiting)
    {
        if (waiting == 0)
        {
            return;
        }

        // A monitor has one line for both kinds of waiters: with both in it, Pulse might wake the wrong one.
        if (_producersWaiting > 0 && _consumersWaiting > 0)
        {
            Monitor.PulseAll(_items);
        }
        else
        {
            Monitor.Pulse(_items);
        }
    }
}
