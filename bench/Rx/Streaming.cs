using System.Reactive;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Reactive.Threading.Tasks;
using Bench.Workloads;

namespace Bench.Rx;

/// <summary>
/// A publisher concatenates events, each as soon as all who are connected have room or drop, and a subject multicasts them to an
/// outbox each; Concat sends one after the other.
/// </summary>
public class Streaming : Workloads.Streaming
{
    private Outbox[] _outboxes = [];
    private Subject<StreamEvent> _events = null!;
    private Subject<StreamEvent> _published = null!;
    private Task _publishing = Task.CompletedTask;
    private Task _sending = Task.CompletedTask;

    protected override void Open()
    {
        Units.Started();
        _outboxes = [.. Subscribers.Select(subscriber => new Outbox(subscriber, Parameters.BufferCapacity))];
        _events = new();
        _published = new();
        _sending = _outboxes.Select(SendAll).Merge().LastOrDefaultAsync().ToTask();
        _publishing = _events
            .ObserveOn(Pool.Scheduler)
            .Select(item => Observable.FromAsync(() => PublishAsync(item)))
            .Concat()
            .LastOrDefaultAsync()
            .ToTask();
    }

    protected override void Publish(StreamEvent item) => _events.OnNext(item);

    protected override void Close()
    {
        _events.OnCompleted();
        _publishing.Wait();
        Array.ForEach(_outboxes, outbox => outbox.Complete());
        _sending.Wait();
        Units.Ended();
    }

    private async Task PublishAsync(StreamEvent item)
    {
        foreach (var outbox in _outboxes.Take(item.Connections))
        {
            await outbox.HasRoomAsync();
        }

        _published.OnNext(item);
    }

    private IObservable<Unit> SendAll(Outbox outbox, int number)
    {
        _published.Where(item => number < item.Connections).Subscribe(outbox.Put);
        return outbox.Arrivals.Select(_ => Observable.FromAsync(() => SendAsync(outbox, number))).Concat();
    }

    private async Task SendAsync(Outbox outbox, int number)
    {
        using var unit = Units.Enter();
        var item = outbox.Take();
        await Network.CallAsync(Subscribers[number].Begin());
        Subscribers[number].Hand(item);
    }
}
