using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A worker for each node, started as one starts a goroutine, that writes its subtotal to the channel it was given; a node
/// that forks starts ten workers and reads their subtotals from a channel of its own.
/// </summary>
public class Forkjoin : Workloads.Forkjoin
{
    protected override Subtotal Build(LeafRange root)
    {
        var total = Channel.CreateBounded<Subtotal>(1);
        Start(root, total.Writer);
        return total.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
    }

    private void Start(LeafRange range, ChannelWriter<Subtotal> total) =>
        _ = Task.Run(() => SumAsync(range, total));

    private async Task SumAsync(LeafRange range, ChannelWriter<Subtotal> total)
    {
        Subtotal sum;
        using (Units.Enter())
        {
            sum = range.IsLowest ? range.Sum() : await ForkAsync(range);
        }

        // There is room for all who write.
        total.TryWrite(sum);
    }

    private async ValueTask<Subtotal> ForkAsync(LeafRange range)
    {
        var subtotals = Channel.CreateBounded<Subtotal>(LeafRange.Parts);
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
