using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>
/// The skynet tree with a thread in place of each goroutine: a recursive function that starts ten and joins them. No public
/// suite has it on threads.
/// </summary>
[Variant("threads-join", Presets.None)]
[Form(
    "threads",
    "Thread: Start, Join",
    "https://github.com/atemerev/skynet/blob/master/go/skynet.go",
    "skynet"
)]
public class ThreadsForkjoinJoin : Workloads.Forkjoin
{
    protected override Subtotal Build(LeafRange root)
    {
        var total = new Subtotal[1];
        var thread = new Thread(() => Skynet(total, 0, root));
        thread.Start();
        thread.Join();
        return total[0];
    }

    private void Skynet(Subtotal[] sums, int place, LeafRange range)
    {
        using var unit = Units.Enter();
        if (range.IsLowest)
        {
            sums[place] = range.Sum();
            return;
        }

        var parts = new Subtotal[LeafRange.Parts];
        var threads = new Thread[LeafRange.Parts];
        for (var i = 0; i < LeafRange.Parts; i++)
        {
            var part = i;
            threads[i] = new Thread(() => Skynet(parts, part, range.Part(part)));
            threads[i].Start();
        }

        var sum = Subtotal.OfForkingUnit;
        for (var i = 0; i < LeafRange.Parts; i++)
        {
            threads[i].Join();
            sum += parts[i];
        }

        sums[place] = sum;
    }
}
