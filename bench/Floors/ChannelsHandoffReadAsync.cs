using System.Threading.Channels;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>Async methods that write to one channel and async methods that read it item by item.</summary>
[Variant("channels-read-async", Presets.None)]
[Form(
    "channels",
    "Channel: WriteAsync, ReadAsync",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading.Channels/Perf.Channel.cs",
    "tell",
    "1p1c",
    "mpmc"
)]
public class ChannelsHandoffReadAsync : Workloads.Handoff
{
    private Channel<HandoffItem> _channel = null!;
    private Task[] _consumers = [];

    protected override void Open()
    {
        var (oneWriter, oneReader) = (Parameters.Producers == 1, Parameters.Consumers == 1);
        _channel = IsBounded
            ? Channel.CreateBounded<HandoffItem>(
                new BoundedChannelOptions(Parameters.Capacity)
                {
                    SingleWriter = oneWriter,
                    SingleReader = oneReader,
                }
            )
            : Channel.CreateUnbounded<HandoffItem>(
                new() { SingleWriter = oneWriter, SingleReader = oneReader }
            );
        _consumers = [.. Consumers.Select(consumer => Task.Run(() => ConsumeAsync(consumer)))];
    }

    protected override void Burst()
    {
        Task.WaitAll(Producers.Select(producer => Task.Run(() => ProduceAsync(producer))));
        AwaitTaken();
    }

    protected override void Close()
    {
        _channel.Writer.Complete();
        Task.WaitAll(_consumers);
    }

    private async Task ProduceAsync(HandoffProducer producer)
    {
        using var unit = Units.Enter();
        var writer = _channel.Writer;
        while (producer.TryOffer(out var item))
        {
            await writer.WriteAsync(item);
        }
    }

    private async Task ConsumeAsync(HandoffConsumer consumer)
    {
        using var unit = Units.Enter();
        var reader = _channel.Reader;
        try
        {
            while (true)
            {
                consumer.Take(await reader.ReadAsync());
            }
        }
        catch (ChannelClosedException) { }
    }
}
