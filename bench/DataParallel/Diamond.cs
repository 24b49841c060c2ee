using Bench.Workloads;

namespace Bench.DataParallel;

/// <summary>
/// As many items at a time as the buffers hold: the source offers them, a parallel loop over the branches has each treat them all,
/// and what comes of it is joined in order.
/// </summary>
public class Diamond : Workloads.Diamond
{
    private readonly List<HandoffItem> _items = [];
    private DiamondPart[][] _parts = [];

    protected override void Open() =>
        _parts = [.. Enumerable.Range(0, Parameters.Branches).Select(_ => new DiamondPart[Most])];

    protected override void Burst()
    {
        using var unit = Units.Enter();
        while (TryFill())
        {
            Parallel.For(0, Parameters.Branches, Treat);
            JoinAll();
        }
    }

    protected override void Close() { }

    private int Most => IsBounded ? Room : Parameters.BurstItems;

    private bool TryFill()
    {
        _items.Clear();
        while (_items.Count < Most && Source.TryOffer(out var item))
        {
            _items.Add(item);
        }

        return _items.Count > 0;
    }

    private void Treat(int branch)
    {
        using var unit = Units.Enter();
        for (var item = 0; item < _items.Count; item++)
        {
            _parts[branch][item] = DiamondPart.Of(_items[item], branch);
        }
    }

    private void JoinAll()
    {
        var parts = new DiamondPart[Parameters.Branches];
        for (var item = 0; item < _items.Count; item++)
        {
            for (var branch = 0; branch < parts.Length; branch++)
            {
                parts[branch] = _parts[branch][item];
            }

            Joint.Join(parts);
        }
    }
}
