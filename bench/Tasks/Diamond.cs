using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>A task for each branch, one for the join, and one for the source in each burst, with a buffer before and after each branch.</summary>
public class Diamond : Workloads.Diamond
{
    private AwaitedBuffer<HandoffItem>[] _items = [];
    private AwaitedBuffer<DiamondPart>[] _parts = [];
    private Task[] _tasks = [];

    protected override void Open()
    {
        _items = NewBuffers<HandoffItem>();
        _parts = NewBuffers<DiamondPart>();
        _tasks =
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
        Array.ForEach(_items, buffer => buffer.Complete());
        Task.WaitAll(_tasks);
    }

    private AwaitedBuffer<T>[] NewBuffers<T>() =>
        [.. Enumerable.Range(0, Parameters.Branches).Select(_ => new AwaitedBuffer<T>(Parameters.Capacity))];

    private async Task OfferAsync()
    {
        using var unit = Units.Enter();
        while (Source.TryOffer(out var item))
        {
            foreach (var buffer in _items)
            {
                await buffer.AddAsync(item);
            }
        }
    }

    private async Task TreatAsync(int branch)
    {
        using var unit = Units.Enter();
        while (await _items[branch].TakeAsync() is (true, var item))
        {
            await _parts[branch].AddAsync(DiamondPart.Of(item, branch));
        }

        _parts[branch].Complete();
    }

    private async Task JoinAsync()
    {
        using var unit = Units.Enter();
        var parts = new DiamondPart[Parameters.Branches];
        while (await _parts[0].TakeAsync() is (true, var first))
        {
            parts[0] = first;
            for (var branch = 1; branch < parts.Length; branch++)
            {
                (_, parts[branch]) = await _parts[branch].TakeAsync();
            }

            Joint.Join(parts);
        }
    }
}
