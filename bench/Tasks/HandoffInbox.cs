using System.Collections.Concurrent;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// Telling one consumer without a bound: a queue, and a task that is started when something waits and nobody is at it, and
/// that takes until nothing is left. The consumer is a unit from burst to burst, as an inbox is.
/// </summary>
[Variant("inbox", Presets.Full)]
public class HandoffInbox : Workloads.Handoff
{
    private Inbox _inbox = null!;

    protected override string? OutOfReach(HandoffParameters parameters) =>
        parameters.Capacity > 0 ? "an inbox has no bound"
        : parameters.Consumers > 1 ? "an inbox has one consumer"
        : null;

    protected override void Open()
    {
        _inbox = new(Consumers[0]);
        Units.Started();
    }

    protected override void Burst()
    {
        Task.WaitAll(Producers.Select(producer => Task.Run(() => Produce(producer))));
        AwaitTaken();
    }

    protected override void Close() => Units.Ended();

    private void Produce(HandoffProducer producer)
    {
        using var unit = Units.Enter();
        while (producer.TryOffer(out var item))
        {
            _inbox.Post(item);
        }
    }

    private sealed class Inbox(HandoffConsumer consumer) : IThreadPoolWorkItem
    {
        private readonly ConcurrentQueue<HandoffItem> _items = new();
        private int _isBusy;

        public void Post(HandoffItem item)
        {
            _items.Enqueue(item);
            if (Volatile.Read(ref _isBusy) == 0 && Interlocked.Exchange(ref _isBusy, 1) == 0)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }

        public void Execute()
        {
            do
            {
                while (_items.TryDequeue(out var item))
                {
                    consumer.Take(item);
                }

                // A full fence: who posts after the last look finds the inbox idle, or is seen below.
                Interlocked.Exchange(ref _isBusy, 0);
            } while (!_items.IsEmpty && Interlocked.Exchange(ref _isBusy, 1) == 0);
        }
    }
}
