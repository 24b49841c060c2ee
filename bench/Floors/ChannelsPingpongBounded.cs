using System.Threading.Channels;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>Two async methods, with a bounded channel each way: write, then read.</summary>
[Variant("channels-bounded", Presets.None)]
[Form(
    "channels",
    "Channel, bounded(10): WriteAsync, ReadAsync",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading.Channels/Perf.Channel.cs",
    "ping-pong"
)]
public class ChannelsPingpongBounded : ChannelsPingpong
{
    protected override Channel<long> Create() => Channel.CreateBounded<long>(10);
}
