using System.Threading.Channels;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>
/// The skynet tree as Go has it: a function for every node that is given the channel for its result; one that forks makes a
/// channel, starts ten and reads ten times. .NET has no channel without room, so there is room for the ten.
/// </summary>
[Variant("channels-bounded", Presets.None)]
[Form(
    "channels",
    "Task.Run; Channel, bounded(10): WriteAsync, ReadAsync",
    "https://github.com/atemerev/skynet/blob/master/go/skynet.go",
    "skynet"
)]
public class ChannelsForkjoinBounded : Workloads.Forkjoin
{
    protected override Subtotal Build(LeafRange root)
    {
        var total = Channel.CreateBounded<Subtotal>(1);
        _ = Task.Run(() => SkynetAsync(total.Writer, root));
        return total.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
    }

    private async Task SkynetAsync(ChannelWriter<Subtotal> result, LeafRange range)
    {
        Subtotal sum;
        using (Units.Enter())
        {
            sum = range.IsLowest ? range.Sum() : await ForkAsync(range);
        }

        await result.WriteAsync(sum);
    }

    private async ValueTask<Subtotal> ForkAsync(LeafRange range)
    {
        var results = Channel.CreateBounded<Subtotal>(LeafRange.Parts);
        for (var i = 0; i < LeafRange.Parts; i++)
        {
            var part = range.Part(i);
            _ = Task.Run(() => SkynetAsync(results.Writer, part));
        }

        var sum = Subtotal.OfForkingUnit;
        for (var i = 0; i < LeafRange.Parts; i++)
        {
            sum += await results.Reader.ReadAsync();
        }

        return sum;
    }
}
