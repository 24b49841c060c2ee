using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread for the source, for each branch and for the join, with a blocking collection before and after each branch. A
/// barrier lets the source begin each burst.
/// </summary>
public class Diamond : Workloads.Diamond
{
    private BlockingCollection<HandoffItem>[] _items = [];
    private BlockingCollection<DiamondPart>[] _parts = [];
    private Barrier _bursts = null!;
    private List<Thread> _threads = [];
    private bool _isOver;

    protected override void Open()
    {
        _isOver = false;
        _items = NewBuffers<HandoffItem>();
        _parts = NewBuffers<DiamondPart>();
        _bursts = new(2);
        _threads =
        [
            new(Offer),
            .. Enumerable.Range(0, Parameters.Branches).Select(branch => new Thread(() => Treat(branch))),
            new(Join),
        ];
        _threads.ForEach(thread => thread.Start());
    }

    protected override void Burst()
    {
        _bursts.SignalAndWait();
        _bursts.SignalAndWait();
        AwaitJoined();
    }

    protected override void Close()
    {
        _isOver = true;
        _bursts.SignalAndWait();
        _threads.ForEach(thread => thread.Join());
    }

    private BlockingCollection<T>[] NewBuffers<T>() =>
        [
            .. Enumerable
                .Range(0, Parameters.Branches)
                .Select(_ => IsBounded ? new BlockingCollection<T>(Parameters.Capacity) : []),
        ];

    private void Offer()
    {
        using var unit = Units.Enter();
        for (_bursts.SignalAndWait(); !_isOver; _bursts.SignalAndWait())
        {
            while (Source.TryOffer(out var item))
            {
                foreach (var buffer in _items)
                {
                    buffer.Add(item);
                }
            }

            _bursts.SignalAndWait();
        }

        foreach (var buffer in _items)
        {
            buffer.CompleteAdding();
        }
    }

    private void Treat(int branch)
    {
        using var unit = Units.Enter();
        foreach (var item in _items[branch].GetConsumingEnumerable())
        {
            _parts[branch].Add(DiamondPart.Of(item, branch));
        }

        _parts[branch].CompleteAdding();
    }

    private void Join()
    {
        using var unit = Units.Enter();
        var parts = new DiamondPart[Parameters.Branches];
        foreach (var first in _parts[0].GetConsumingEnumerable())
        {
            parts[0] = first;
            for (var branch = 1; branch < parts.Length; branch++)
            {
                parts[branch] = _parts[branch].Take();
            }

            Joint.Join(parts);
        }
    }
}
