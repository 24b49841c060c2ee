using System.Diagnostics.CodeAnalysis;

namespace Bench.Threads;

/// <summary>The textbook's bounded buffer: a queue under one monitor, which producers wait on for room and consumers for items.</summary>
/// <param name="capacity">Items that may wait; <see cref="int.MaxValue"/> for no bound.</param>
internal sealed class MonitorBuffer<T>(int capacity)
{
    private readonly Queue<T> _items = new();
    private int _waitingForRoom;
    private int _waitingForItems;
    private bool _isComplete;

    /// <summary>Adds an item, waiting for room.</summary>
    public void Add(T item)
    {
        lock (_items)
        {
            while (_items.Count == capacity)
            {
                _waitingForRoom++;
                Monitor.Wait(_items);
                _waitingForRoom--;
            }

            _items.Enqueue(item);
            Wake(_waitingForItems, _waitingForRoom);
        }
    }

    /// <summary>Takes an item, waiting for one; false once the buffer is complete and empty.</summary>
    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_items)
        {
            while (_items.Count == 0 && !_isComplete)
            {
                _waitingForItems++;
                Monitor.Wait(_items);
                _waitingForItems--;
            }

            var hasItem = _items.TryDequeue(out item);
            Wake(_waitingForRoom, _waitingForItems);
            return hasItem;
        }
    }

    /// <summary>No item comes any more.</summary>
    public void Complete()
    {
        lock (_items)
        {
            _isComplete = true;
            Monitor.PulseAll(_items);
        }
    }

    // A monitor has one queue for both: one pulse is enough only where all who wait are of the kind that it is meant for.
    private void Wake(int meant, int others)
    {
        if (meant > 0 && others == 0)
        {
            Monitor.Pulse(_items);
        }
        else if (meant > 0)
        {
            Monitor.PulseAll(_items);
        }
    }
}
