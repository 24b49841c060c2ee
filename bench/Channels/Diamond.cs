using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>A worker for each branch, one for the join, and one for the source in each burst, with a channel before and after each branch.</summary>
public class Diamond : Workloads.Diamond
{
    private Channel<HandoffItem>[] _items = [];
    private Channel<DiamondPart>[] _parts = [];
    private Task[] _workers = [];

    protected override void Open()
    {
        _items = NewChannels<HandoffItem>();
        _parts = NewChannels<DiamondPart>();
        _workers =
        [
            .. Enumerable.Range(0, Parameters.Branches).Select(branch => Task.Run(() => TreatAsync(branch))),
            Task.Run(JoinAsync),
        ];
    }

    protected override void Burst()
    {
        Task.Run(OfferAsync).Wait();
        AwaitJoined();
    }

    protected override void Close()
    {
        Array.ForEach(_items, channel => channel.Writer.Complete());
        Task.WaitAll(_workers);
    }

    private Channel<T>[] NewChannels<T>() =>
        [.. Enumerable.Range(0, Parameters.Branches).Select(_ => NewChannel<T>())];

    private Channel<T> NewChannel<T>() =>
        IsBounded
            ? Channel.CreateBounded<T>(
                new BoundedChannelOptions(Parameters.Capacity) { SingleWriter = true, SingleReader = true }
            )
            : Channel.CreateUnbounded<T>(new() { SingleWriter = true, SingleReader = true });

    private async Task OfferAsync()
    {
        using var unit = Units.Enter();
        while (Source.TryOffer(out var item))
        {
            foreach (var channel in _items)
            {
                await channel.Writer.WriteAsync(item);
            }
        }
    }

    private async Task TreatAsync(int branch)
    {
        using var unit = Units.Enter();
        await foreach (var item in _items[branch].Reader.ReadAllAsync())
        {
            await _parts[branch].Writer.WriteAsync(DiamondPart.Of(item, branch));
        }

        _parts[branch].Writer.Complete();
    }

    private async Task JoinAsync()
    {
        using var unit = Units.Enter();
        var parts = new DiamondPart[Parameters.Branches];
        await foreach (var first in _parts[0].Reader.ReadAllAsync())
        {
            parts[0] = first;
            for (var branch = 1; branch < parts.Length; branch++)
            {
                parts[branch] = await _parts[branch].Reader.ReadAsync();
            }

            Joint.Join(parts);
        }
    }
}
