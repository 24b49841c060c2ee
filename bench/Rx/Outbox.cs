using System.Reactive;
using System.Reactive.Subjects;
using Bench.Workloads;

namespace Bench.Rx;

/// <summary>
/// The buffer with a bound that Rx has not got: one observer's events, so many at most. It says when there is one more to send; an
/// event that takes the place of another is sent in its stead.
/// </summary>
/// <param name="subscriber">Whose events these are; its policy says what a full outbox means.</param>
/// <param name="capacity">Events that may wait.</param>
internal sealed class Outbox(Subscriber subscriber, int capacity)
{
    private readonly Queue<StreamEvent> _waiting = new();
    private readonly SemaphoreSlim _room = new(capacity);
    private readonly Subject<Unit> _arrivals = new();

    /// <summary>An element for each event that waits.</summary>
    public IObservable<Unit> Arrivals => _arrivals;

    /// <summary>Completes when the next event may come, which is at once where a full outbox drops.</summary>
    public Task HasRoomAsync() =>
        subscriber.Policy == OverflowPolicy.Wait ? _room.WaitAsync() : Task.CompletedTask;

    public void Put(StreamEvent item)
    {
        var isOneMore = TryEnqueue(item);
        subscriber.Offered(item);
        if (isOneMore)
        {
            _arrivals.OnNext(Unit.Default);
        }
    }

    public StreamEvent Take()
    {
        StreamEvent item;
        lock (_waiting)
        {
            item = _waiting.Dequeue();
        }

        if (subscriber.Policy == OverflowPolicy.Wait)
        {
            _room.Release();
        }

        return item;
    }

    public void Complete() => _arrivals.OnCompleted();

    private bool TryEnqueue(StreamEvent item)
    {
        lock (_waiting)
        {
            if (_waiting.Count < capacity)
            {
                _waiting.Enqueue(item);
                return true;
            }

            if (subscriber.Policy == OverflowPolicy.DropNewest)
            {
                subscriber.Drop(item);
                return false;
            }

            subscriber.Drop(_waiting.Dequeue());
            _waiting.Enqueue(item);
            return false;
        }
    }
}
