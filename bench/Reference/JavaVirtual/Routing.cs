namespace Bench.JavaVirtual;

/// <summary>A virtual thread with a blocking queue for each unit of handlers; a supervisor replaces one that crashes or hangs.</summary>
public class Routing : RuntimeLanes.Routing;
