using System.Collections.Concurrent;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>Threads that add to one blocking collection and threads that enumerate it; a barrier begins each burst and keeps the producers until all have offered it.</summary>
[Variant("threads-blocking-collection", Presets.None)]
[Form(
    "threads",
    "BlockingCollection: Add, GetConsumingEnumerable",
    "https://github.com/disruptor-net/Disruptor-net/blob/master/src/Disruptor.PerfTests/External/OneToOneBlockingCollectionThroughputTest.cs",
    "tell",
    "1p1c",
    "mpmc"
)]
public class ThreadsHandoffBlockingCollection : Workloads.Handoff
{
    private BlockingCollection<HandoffItem> _queue = null!;
    private Barrier _signal = null!;
    private Thread[] _threads = [];
    private bool _isOver;

    protected override void Open()
    {
        _isOver = false;
        _queue = IsBounded ? new(Parameters.Capacity) : [];
        _signal = new(Parameters.Producers + 1);
        _threads =
        [
            .. Consumers.Select(consumer => new Thread(() => Consume(consumer))),
            .. Producers.Select(producer => new Thread(() => Produce(producer))),
        ];
        Array.ForEach(_threads, thread => thread.Start());
    }

    protected override void Burst()
    {
        _signal.SignalAndWait();
        _signal.SignalAndWait();
        AwaitTaken();
    }

    protected override void Close()
    {
        _isOver = true;
        _signal.SignalAndWait();
        _queue.CompleteAdding();
        Array.ForEach(_threads, thread => thread.Join());
    }

    private void Produce(HandoffProducer producer)
    {
        using var unit = Units.Enter();
        for (_signal.SignalAndWait(); !_isOver; _signal.SignalAndWait())
        {
            while (producer.TryOffer(out var item))
            {
                _queue.Add(item);
            }

            _signal.SignalAndWait();
        }
    }

    private void Consume(HandoffConsumer consumer)
    {
        using var unit = Units.Enter();
        foreach (var item in _queue.GetConsumingEnumerable())
        {
            consumer.Take(item);
        }
    }
}
