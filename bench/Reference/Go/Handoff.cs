namespace Bench.Go;

/// <summary>A goroutine per producer and per consumer, with one channel between them.</summary>
public class Handoff : RuntimeLanes.Handoff
{
    /// <summary>A channel without a bound is nothing that Go has.</summary>
    protected override string? OutOfReach(Workloads.HandoffParameters parameters) =>
        base.OutOfReach(parameters)
        ?? (parameters.Capacity == 0 ? "a channel of Go always has a bound" : null);
}
