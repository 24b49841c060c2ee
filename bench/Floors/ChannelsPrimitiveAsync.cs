using System.Threading.Channels;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>A bounded channel read before it is written, so that every read waits, by the same async method.</summary>
[Variant("channels-async", Presets.None)]
[Form(
    "channels",
    "Channel, bounded(10): ReadAsync, then WriteAsync, alone",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading.Channels/Perf.Channel.cs",
    "primitive"
)]
public class ChannelsPrimitiveAsync : Primitive
{
    private const int Times = 10_000;
    private readonly Channel<int> _channel = Channel.CreateBounded<int>(10);

    protected override int Once()
    {
        ReadThenWriteAsync().Wait();
        return Times;
    }

    private async Task ReadThenWriteAsync()
    {
        for (var i = 0; i < Times; i++)
        {
            var read = _channel.Reader.ReadAsync();
            await _channel.Writer.WriteAsync(i);
            await read;
        }
    }
}
