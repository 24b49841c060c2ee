using System.Collections.Concurrent;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>A queue whose items are counted by the semaphore of dotnet/performance's ReleaseWaitAsync, and its room by another.</summary>
[Variant("tasks-semaphore", Presets.None)]
[Form(
    "tasks",
    "SemaphoreSlim: Release, WaitAsync",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading/Perf.SemaphoreSlim.cs",
    "tell",
    "1p1c",
    "mpmc"
)]
public class TasksHandoffSemaphore : Workloads.Handoff
{
    private readonly ConcurrentQueue<HandoffItem> _queue = new();
    private SemaphoreSlim _items = null!;
    private SemaphoreSlim _room = null!;
    private Task[] _consumers = [];

    protected override void Open()
    {
        _items = new(0);
        _room = new(Parameters.Capacity);
        _consumers = [.. Consumers.Select(consumer => Task.Run(() => ConsumeAsync(consumer)))];
    }

    protected override void Burst()
    {
        Task.WaitAll(Producers.Select(producer => Task.Run(() => ProduceAsync(producer))));
        AwaitTaken();
    }

    // Whoever gets through without an item has seen the end.
    protected override void Close()
    {
        _items.Release(Parameters.Consumers);
        Task.WaitAll(_consumers);
    }

    private async Task ProduceAsync(HandoffProducer producer)
    {
        using var unit = Units.Enter();
        while (producer.TryOffer(out var item))
        {
            if (IsBounded)
            {
                await _room.WaitAsync().ConfigureAwait(false);
            }

            _queue.Enqueue(item);
            _items.Release();
        }
    }

    private async Task ConsumeAsync(HandoffConsumer consumer)
    {
        using var unit = Units.Enter();
        await _items.WaitAsync().ConfigureAwait(false);
        while (_queue.TryDequeue(out var item))
        {
            if (IsBounded)
            {
                _room.Release();
            }

            consumer.Take(item);
            await _items.WaitAsync().ConfigureAwait(false);
        }
    }
}
