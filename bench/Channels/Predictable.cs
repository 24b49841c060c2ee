using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A ticker for each stream writes to a channel that holds one tick and drops what a slow worker has not taken, as Go's
/// does; a worker reads. Other work is done by workers that yield after each piece.
/// </summary>
public class Predictable : Workloads.Predictable
{
    private readonly List<Task> _workers = [];

    protected override void Open() =>
        _workers.AddRange(Others.Select(other => Task.Run(() => DoAsync(other))));

    protected override void Start(TickStream stream)
    {
        var ticks = Channel.CreateBounded<DateTimeOffset>(
            new BoundedChannelOptions(1)
            {
                FullMode = BoundedChannelFullMode.DropWrite,
                SingleReader = true,
                SingleWriter = true,
            }
        );
        _workers.Add(TickAsync(stream, new PeriodicTimer(stream.Period), ticks.Writer));
        _workers.Add(KeepAsync(stream, ticks.Reader));
    }

    protected override void Close() => Task.WaitAll(_workers);

    private async Task TickAsync(TickStream stream, PeriodicTimer timer, ChannelWriter<DateTimeOffset> ticks)
    {
        using var unit = Units.Enter();
        using (timer)
        {
            while (!stream.IsOver && await timer.WaitForNextTickAsync())
            {
                ticks.TryWrite(DateTimeOffset.UtcNow);
            }
        }

        ticks.Complete();
    }

    private async Task KeepAsync(TickStream stream, ChannelReader<DateTimeOffset> ticks)
    {
        using var unit = Units.Enter();
        await foreach (var _ in ticks.ReadAllAsync())
        {
            if (stream.TryBegin(out var tick))
            {
                stream.Run(tick);
            }
        }
    }

    private async Task DoAsync(OtherWork other)
    {
        using var unit = Units.Enter();
        while (other.TryDoPiece())
        {
            await Task.Yield();
        }
    }
}
