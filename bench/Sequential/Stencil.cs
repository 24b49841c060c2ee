namespace Bench.Sequential;

/// <summary>Sweep by sweep, and in each block by block.</summary>
public class Stencil : Workloads.Stencil
{
    protected override void Compute()
    {
        using var unit = Units.Enter();
        for (var step = 0; step < Steps; step++)
        {
            for (var block = 0; block < Parameters.Blocks; block++)
            {
                Advance(block, step);
            }
        }
    }
}
