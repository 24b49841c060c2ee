using System.Threading.Channels;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>An async method per unit that reads an unbounded channel of its own, of one reader and one writer.</summary>
[Variant("channels-unbounded", Presets.None)]
[Form(
    "channels",
    "Task.Run; Channel, unbounded, one to one: ReadAsync",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading.Channels/Perf.Channel.cs",
    "spawn"
)]
public class ChannelsFootprintUnbounded : Workloads.Footprint
{
    private Task[] _workers = [];
    private Channel<int>[] _signals = [];

    protected override void Open()
    {
        _workers = new Task[UnitCount];
        _signals = new Channel<int>[UnitCount];
    }

    protected override void Create(int unit)
    {
        _signals[unit] = Channel.CreateUnbounded<int>(
            new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }
        );
        _workers[unit] = Task.Run(() => ParkAsync(unit));
    }

    protected override void Wake(int unit) => _signals[unit].Writer.TryWrite(1);

    protected override void Stop()
    {
        Array.ForEach(_signals, signal => signal.Writer.TryWrite(0));
        Task.WaitAll(_workers);
    }

    private async Task ParkAsync(int unit)
    {
        using var alive = Units.Enter();
        var signals = _signals[unit].Reader;
        Parked(unit);
        while (await signals.ReadAsync() == 1)
        {
            Woken(unit);
        }
    }
}
