namespace Bench.JavaVirtual;

/// <summary>A virtual thread per unit, waiting in LockSupport.park.</summary>
public class Footprint : RuntimeLanes.Footprint;
