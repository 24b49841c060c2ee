using System.Collections.Concurrent;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>Threads with one queue between them: whoever finds it full or empty spins.</summary>
[Variant("threads-spinning", Presets.None)]
[Form(
    "threads",
    "ConcurrentQueue: Enqueue, TryDequeue, SpinWait",
    "https://github.com/disruptor-net/Disruptor-net/blob/master/src/Disruptor.PerfTests/External/OneToOneConcurrentQueueThroughputTest.cs",
    "tell",
    "1p1c",
    Aside = "busy waiting: each waiter keeps a processor"
)]
public class ThreadsHandoffSpinning : Workloads.Handoff
{
    private readonly ConcurrentQueue<HandoffItem> _queue = new();
    private Barrier _signal = null!;
    private Thread[] _threads = [];
    private volatile bool _isOver;

    protected override void Open()
    {
        _isOver = false;
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
        Array.ForEach(_threads, thread => thread.Join());
    }

    private void Produce(HandoffProducer producer)
    {
        using var unit = Units.Enter();
        var spin = new SpinWait();
        for (_signal.SignalAndWait(); !_isOver; _signal.SignalAndWait())
        {
            while (producer.TryOffer(out var item))
            {
                while (IsBounded && _queue.Count >= Parameters.Capacity)
                {
                    spin.SpinOnce();
                }

                _queue.Enqueue(item);
                spin.Reset();
            }

            _signal.SignalAndWait();
        }
    }

    private void Consume(HandoffConsumer consumer)
    {
        using var unit = Units.Enter();
        var spin = new SpinWait();
        while (!_isOver)
        {
            while (_queue.TryDequeue(out var item))
            {
                consumer.Take(item);
                spin.Reset();
            }

            spin.SpinOnce();
        }
    }
}
