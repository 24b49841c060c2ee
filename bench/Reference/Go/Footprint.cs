namespace Bench.Go;

/// <summary>A goroutine per unit, parked at a receive from a channel of its own.</summary>
public class Footprint : RuntimeLanes.Footprint;
