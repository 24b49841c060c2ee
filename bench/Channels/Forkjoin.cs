using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A worker for each node, started as one starts a goroutine; a node that forks starts ten workers and reads their
/// subtotals from a channel of its own.
/// </summary>
public class Forkjoin : Workloads.Forkjoin
{
    private static readonly UnboundedChannelOptions ManyToOne = new() { SingleReader = true };

    protected override Subtotal Build(LeafRange root)
    {
        var total = Channel.CreateUnbounded<Subtotal>(ManyToOne);
        Start(root, total.Writer);
        return total.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
    }

    private void Start(LeafRange range, ChannelWriter<Subtotal> total) =>
        _ = Task.Run(async () => total.TryWrite(await SumAsync(range)));

    private async ValueTask<Subtotal> SumAsync(LeafRange range)
    {
        using var unit = Units.Enter();
        if (range.IsLowest)
        {
            return range.Sum();
        }

        var subtotals = Channel.CreateUnbounded<Subtotal>(ManyToOne);
        for (var part = 0; part < LeafRange.Parts; part++)
        {
            Start(range.Part(part), subtotals.Writer);
        }

        var sum = Subtotal.OfForkingUnit;
        for (var part = 0; part < LeafRange.Parts; part++)
        {
            sum += await subtotals.Reader.ReadAsync();
        }

        return sum;
    }
}
