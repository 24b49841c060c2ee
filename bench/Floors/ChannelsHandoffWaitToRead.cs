using System.Threading.Channels;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>
/// Async methods that write to one channel, by TryWrite where there is room, and async methods that wait until there is
/// something to read and then read all that is there.
/// </summary>
[Variant("channels-wait-to-read", Presets.None)]
[Form(
    "channels",
    "Channel: TryWrite or WriteAsync, WaitToReadAsync, TryRead",
    "https://github.com/disruptor-net/Disruptor-net/blob/master/src/Disruptor.PerfTests/External/OneToOneChannelAsyncValueThroughputTest.cs",
    "tell",
    "1p1c",
    "mpmc"
)]
public class ChannelsHandoffWaitToRead : Workloads.Handoff
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
                    FullMode = BoundedChannelFullMode.Wait,
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
            if (!writer.TryWrite(item))
            {
                await writer.WriteAsync(item).ConfigureAwait(false);
            }
        }
    }

    private async Task ConsumeAsync(HandoffConsumer consumer)
    {
        using var unit = Units.Enter();
        var reader = _channel.Reader;
        while (await reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (reader.TryRead(out var item))
            {
                consumer.Take(item);
            }
        }
    }
}
