using System.Threading.Channels;
using Bench.Measurement.Hosting;
using Bench.Measurement.Pitfalls;
using Bench.Results;
using Bench.Workloads;

namespace Bench.Pitfalls;

/// <summary>
/// The pipeline on bounded channels, but enriching takes several passes and sends the item back to the entry for each. The
/// source gets every second place at the entry and only every fourth item leaves the cycle, so it fills up. When both channels
/// are full, those who parse wait for room behind them, and who enriches waits for room in front of those who parse.
/// </summary>
[Variant("deadlock", Presets.None)]
[Pitfall(
    "channel deadlock: bounded channels in a cycle",
    "channels",
    DetectorId.Hang,
    Wrong = "A stage writes to a bounded channel that it is itself, through other stages, the reader of.",
    Seen = "Throughput falls to nothing at once; processor at rest, ThreadPool queue empty, no exception, no lock held. In a dump (dumpasync) every worker of both stages waits in WriteAsync.",
    Mend = "No cycles of bounded channels: repeat the pass where the item is, or give the way back a channel without a bound, or drop, or a time limit on the write that says what is stuck."
)]
public class ChannelCycle : Workloads.Pipeline
{
    private const int Passes = 4;
    private Channel<(RawItem Raw, int Pass)> _raw = null!;
    private Channel<(ParsedItem Item, RawItem Raw, int Pass)> _parsed = null!;
    private Channel<AggregatedItem> _aggregated = null!;
    private List<Task> _workers = [];

    protected override IEnumerable<Configuration<PipelineParameters>> Configurations =>
        [
            new(
                Presets.Smoke,
                new()
                {
                    Items = 5_000,
                    EnrichWorkers = 1,
                    HandOffCapacity = 4,
                }
            ),
        ];

    public override TimeSpan Limit => TimeSpan.FromSeconds(6);

    protected override void Open()
    {
        _raw = Channel.CreateBounded<(RawItem, int)>(Parameters.HandOffCapacity);
        _parsed = Channel.CreateBounded<(ParsedItem, RawItem, int)>(Parameters.HandOffCapacity);
        _aggregated = Channel.CreateBounded<AggregatedItem>(Parameters.HandOffCapacity);
        var enriched = Channel.CreateBounded<EnrichedItem>(Parameters.HandOffCapacity);
        _workers =
        [
            .. Enumerable.Range(0, Parameters.ParseWorkers).Select(_ => Task.Run(ParseAsync)),
            .. Enumerable
                .Range(0, Parameters.EnrichWorkers)
                .Select(_ => Task.Run(() => EnrichAsync(enriched.Writer))),
            Task.Run(() => AggregateAsync(enriched.Reader)),
            Task.Run(WriteAllAsync),
        ];
    }

    protected override void Flow()
    {
        Task.Run(OfferAllAsync).Wait();
        AwaitWritten();
    }

    protected override void Close()
    {
        _raw.Writer.Complete();
        _parsed.Writer.Complete();
        _aggregated.Writer.Complete();
        Task.WaitAll(_workers);
    }

    private async Task OfferAllAsync()
    {
        using var unit = Units.Enter();
        for (var number = 0; number < Parameters.Items; number++)
        {
            await _raw.Writer.WriteAsync((Offer(number), 1));
        }
    }

    private async Task ParseAsync()
    {
        using var unit = Units.Enter();
        await foreach (var (raw, pass) in _raw.Reader.ReadAllAsync())
        {
            await _parsed.Writer.WriteAsync((Parse(raw), raw, pass));
        }
    }

    private async Task EnrichAsync(ChannelWriter<EnrichedItem> enriched)
    {
        using var unit = Units.Enter();
        await foreach (var (item, raw, pass) in _parsed.Reader.ReadAllAsync())
        {
            if (pass < Passes)
            {
                await _raw.Writer.WriteAsync((raw, pass + 1));
            }
            else
            {
                await enriched.WriteAsync(Enrich(item));
            }
        }

        enriched.TryComplete();
    }

    private async Task AggregateAsync(ChannelReader<EnrichedItem> enriched)
    {
        using var unit = Units.Enter();
        await foreach (var item in enriched.ReadAllAsync())
        {
            await _aggregated.Writer.WriteAsync(Aggregate(item));
        }
    }

    private async Task WriteAllAsync()
    {
        using var unit = Units.Enter();
        await foreach (var item in _aggregated.Reader.ReadAllAsync())
        {
            Write(item);
        }
    }
}
