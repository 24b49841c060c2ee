namespace Bench.Tasks;

/// <summary>A parallel loop over the blocks in each sweep: whichever thread of the pool is free takes the next block.</summary>
public class Stencil : Workloads.Stencil
{
    protected override void Compute()
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parameters.Blocks };
        for (var step = 0; step < Steps; step++)
        {
            var present = step;
            Parallel.For(0, Parameters.Blocks, options, block => Work(block, present));
        }
    }

    private void Work(int block, int step)
    {
        using var unit = Units.Enter();
        Advance(block, step);
    }
}
