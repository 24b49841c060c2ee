namespace Bench.Java;

/// <summary>A RecursiveTask for each node, on the common ForkJoinPool.</summary>
public class Forkjoin : RuntimeLanes.Forkjoin;
