using System.Collections.Concurrent;

namespace Bench.DataParallel;

/// <summary>
/// A parallel loop in each sweep, over ranges of neighbouring blocks: as many ranges as there are processors, so that the loop hands
/// out work once for each of them.
/// </summary>
public class Stencil : Workloads.Stencil
{
    protected override void Compute()
    {
        var blocksPerRange = (int)Math.Ceiling((double)Parameters.Blocks / Environment.ProcessorCount);
        var ranges = Partitioner.Create(0, Parameters.Blocks, blocksPerRange);
        for (var step = 0; step < Steps; step++)
        {
            var present = step;
            Parallel.ForEach(ranges, range => Work(range.Item1, range.Item2, present));
        }
    }

    private void Work(int from, int until, int step)
    {
        using var unit = Units.Enter();
        for (var block = from; block < until; block++)
        {
            Advance(block, step);
        }
    }
}
