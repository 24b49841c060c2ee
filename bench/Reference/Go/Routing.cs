namespace Bench.Go;

/// <summary>A goroutine with a channel for each unit of handlers; a supervisor replaces one that crashes or hangs.</summary>
public class Routing : RuntimeLanes.Routing;
