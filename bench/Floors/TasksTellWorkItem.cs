using System.Collections.Concurrent;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>
/// What ASP.NET Core's sockets do with what is told them: a queue and a work item, queued to the pool when something
/// waits and nobody is at it, which runs until nothing is left. The reader is a unit from burst to burst.
/// </summary>
[Variant("tasks-work-item", Presets.None)]
[Form(
    "tasks",
    "ConcurrentQueue and ThreadPool.UnsafeQueueUserWorkItem",
    "https://github.com/dotnet/aspnetcore/blob/main/src/Servers/Kestrel/Transport.Sockets/src/Internal/IOQueue.cs",
    "tell"
)]
public class TasksTellWorkItem : Workloads.Handoff
{
    private Inbox _inbox = null!;

    protected override void Open()
    {
        _inbox = new(Consumers[0]);
        Units.Started();
    }

    protected override void Burst()
    {
        Task.Run(() => Produce(Producers[0])).Wait();
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
            if (Interlocked.CompareExchange(ref _isBusy, 1, 0) == 0)
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

                Volatile.Write(ref _isBusy, 0);

                // What came between the last look and this write has found the inbox busy.
                Interlocked.MemoryBarrier();
            } while (!_items.IsEmpty && Interlocked.Exchange(ref _isBusy, 1) == 0);
        }
    }
}
