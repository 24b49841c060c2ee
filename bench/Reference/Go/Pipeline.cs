namespace Bench.Go;

/// <summary>A few goroutines for each stage, with a channel of limited room between one stage and the next.</summary>
public class Pipeline : RuntimeLanes.Pipeline;
