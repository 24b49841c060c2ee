using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread per producer and per consumer, with one queue under a monitor between them. A barrier lets producers begin
/// each game and keeps them until all have made their items.
/// </summary>
public class Boundedbuffer : Workloads.Boundedbuffer
{
    private MonitorBuffer<BufferItem> _buffer = null!;
    private Barrier _games = null!;
    private List<Thread> _threads = [];
    private bool _isOver;

    protected override void Open()
    {
        _isOver = false;
        _buffer = new(Parameters.Slots);
        _games = new(Producers.Count + 1);
        _threads =
        [
            .. Producers.Select(producer => new Thread(() => Produce(producer))),
            .. Consumers.Select(consumer => new Thread(() => Consume(consumer))),
        ];
        _threads.ForEach(thread => thread.Start());
    }

    protected override void Play()
    {
        _games.SignalAndWait();
        _games.SignalAndWait();
        AwaitConsumed();
    }

    protected override void Close()
    {
        _isOver = true;
        _games.SignalAndWait();
        _buffer.Complete();
        _threads.ForEach(thread => thread.Join());
    }

    private void Produce(BufferProducer producer)
    {
        using var unit = Units.Enter();
        for (_games.SignalAndWait(); !_isOver; _games.SignalAndWait())
        {
            while (producer.TryMake(out var item))
            {
                _buffer.Add(item);
            }

            _games.SignalAndWait();
        }
    }

    private void Consume(BufferConsumer consumer)
    {
        using var unit = Units.Enter();
        while (_buffer.TryTake(out var item))
        {
            consumer.Consume(item);
        }
    }
}
