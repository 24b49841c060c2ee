namespace Bench.JavaVirtual;

/// <summary>A virtual thread per producer and per consumer, with one BlockingQueue between them.</summary>
public class Handoff : RuntimeLanes.Handoff;
