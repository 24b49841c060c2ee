using System.Threading.Channels;

namespace Bench.Channels;

/// <summary>A worker per unit, reading a channel of its own until that is complete.</summary>
public class Footprint : Workloads.Footprint
{
    private static readonly BoundedChannelOptions OneSignal = new(capacity: 1)
    {
        SingleReader = true,
        SingleWriter = true,
    };

    private Task[] _workers = [];
    private Channel<bool>[] _signals = [];

    protected override void Open()
    {
        _workers = new Task[UnitCount];
        _signals = new Channel<bool>[UnitCount];
    }

    protected override void Create(int unit)
    {
        _signals[unit] = Channel.CreateBounded<bool>(OneSignal);
        _workers[unit] = Task.Run(() => ParkAsync(unit));
    }

    protected override void Wake(int unit) => _signals[unit].Writer.TryWrite(true);

    protected override void Stop()
    {
        Array.ForEach(_signals, signal => signal.Writer.Complete());
        Task.WaitAll(_workers);
    }

    private async Task ParkAsync(int unit)
    {
        using var alive = Units.Enter();
        var signals = _signals[unit].Reader;
        Parked(unit);
        while (await signals.WaitToReadAsync())
        {
            while (signals.TryRead(out _))
            {
                Woken(unit);
            }
        }
    }
}
