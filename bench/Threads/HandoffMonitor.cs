using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread per producer and per consumer, with one queue under a monitor between them. A barrier lets producers begin
/// each burst and keeps them until all have offered it.
/// </summary>
[Variant("monitor", Presets.Smoke | Presets.Standard | Presets.Full)]
public class HandoffMonitor : Workloads.Handoff
{
    private MonitorBuffer<HandoffItem> _buffer = null!;
    private Barrier _bursts = null!;
    private List<Thread> _threads = [];
    private bool _isOver;

    protected override void Open()
    {
        _isOver = false;
        _buffer = new(IsBounded ? Parameters.Capacity : int.MaxValue);
        _bursts = new(Parameters.Producers + 1);
        _threads =
        [
            .. Producers.Select(producer => new Thread(() => Produce(producer))),
            .. Consumers.Select(consumer => new Thread(() => Consume(consumer))),
        ];
        _threads.ForEach(thread => thread.Start());
    }

    protected override void Burst()
    {
        _bursts.SignalAndWait();
        _bursts.SignalAndWait();
        AwaitTaken();
    }

    protected override void Close()
    {
        _isOver = true;
        _bursts.SignalAndWait();
        _buffer.Complete();
        _threads.ForEach(thread => thread.Join());
    }

    private void Produce(HandoffProducer producer)
    {
        using var unit = Units.Enter();
        for (_bursts.SignalAndWait(); !_isOver; _bursts.SignalAndWait())
        {
            while (producer.TryOffer(out var item))
            {
                _buffer.Add(item);
            }

            _bursts.SignalAndWait();
        }
    }

    private void Consume(HandoffConsumer consumer)
    {
        using var unit = Units.Enter();
        while (_buffer.TryTake(out var item))
        {
            consumer.Take(item);
        }
    }
}
