namespace Bench.JavaVirtual;

/// <summary>A few virtual threads for each stage, with an ArrayBlockingQueue between one stage and the next.</summary>
public class Pipeline : RuntimeLanes.Pipeline;
