using Bench.Workloads;

namespace Bench.Java;

/// <summary>A thread per unit, waiting in LockSupport.park.</summary>
public class Footprint : RuntimeLanes.Footprint
{
    private const int MostThreads = 8_000;

    protected override string? OutOfReach(FootprintParameters parameters) =>
        base.OutOfReach(parameters)
        ?? (
            parameters.Units > MostThreads ? $"more than {MostThreads} threads would be alive at once" : null
        );
}
