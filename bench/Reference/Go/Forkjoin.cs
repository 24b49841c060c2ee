namespace Bench.Go;

/// <summary>A goroutine for each node, which sends its subtotal to the channel that it was given.</summary>
public class Forkjoin : RuntimeLanes.Forkjoin;
