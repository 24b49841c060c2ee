namespace Bench.JavaVirtual;

/// <summary>A virtual thread for each node, which starts those of its children and joins them.</summary>
public class Forkjoin : RuntimeLanes.Forkjoin;
