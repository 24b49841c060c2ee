using System.Threading.Channels;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>Two async methods, with an unbounded channel of one reader and one writer each way: write, then read.</summary>
[Variant("channels-single", Presets.None)]
[Form(
    "channels",
    "Channel, unbounded, one to one: WriteAsync, ReadAsync",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading.Channels/Perf.Channel.cs",
    "ping-pong"
)]
public class ChannelsPingpongSingle : ChannelsPingpong
{
    protected override Channel<long> Create() =>
        Channel.CreateUnbounded<long>(
            new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }
        );
}
