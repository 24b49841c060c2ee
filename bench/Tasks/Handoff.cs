using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task per producer and per consumer; between them a queue and two semaphores that are awaited: one counts the
/// items that wait, one the room that is left.
/// </summary>
public class Handoff : Workloads.Handoff
{
    private readonly ConcurrentQueue<HandoffItem> _buffer = new();
    private SemaphoreSlim _room = null!;
    private SemaphoreSlim _waiting = null!;
    private Task[] _consumers = [];

    protected override void Open()
    {
        _room = new(Parameters.Capacity);
        _waiting = new(0);
        _consumers = [.. Consumers.Select(consumer => Task.Run(() => ConsumeAsync(consumer)))];
    }

    protected override void Burst()
    {
        Task.WaitAll(Producers.Select(producer => Task.Run(() => ProduceAsync(producer))));
        AwaitTaken();
    }

    // Who is released without an item has seen the end.
    protected override void Close()
    {
        _waiting.Release(Parameters.Consumers);
        Task.WaitAll(_consumers);
    }

    private async Task ProduceAsync(HandoffProducer producer)
    {
        using var unit = Units.Enter();
        while (producer.TryOffer(out var item))
        {
            if (IsBounded)
            {
                await _room.WaitAsync();
            }

            _buffer.Enqueue(item);
            _waiting.Release();
        }
    }

    private async Task ConsumeAsync(HandoffConsumer consumer)
    {
        using var unit = Units.Enter();
        while (true)
        {
            await _waiting.WaitAsync();
            if (!_buffer.TryDequeue(out var item))
            {
                return;
            }

            if (IsBounded)
            {
                _room.Release();
            }

            consumer.Take(item);
        }
    }
}
