using System.Threading.Channels;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>An unbounded channel written and read by the same thread.</summary>
[Variant("channels-try", Presets.None)]
[Form(
    "channels",
    "Channel, unbounded, one to one: TryWrite, TryRead, alone",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading.Channels/Perf.Channel.cs",
    "primitive"
)]
public class ChannelsPrimitiveTry : Primitive
{
    private const int Times = 10_000;
    private readonly Channel<int> _channel = Channel.CreateUnbounded<int>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }
    );

    protected override int Once()
    {
        var read = 0;
        for (var i = 0; i < Times; i++)
        {
            _channel.Writer.TryWrite(i);
            read += _channel.Reader.TryRead(out _) ? 1 : 0;
        }

        return read;
    }
}
