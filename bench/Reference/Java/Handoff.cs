namespace Bench.Java;

/// <summary>A thread per producer and per consumer, with one BlockingQueue between them.</summary>
public class Handoff : RuntimeLanes.Handoff;
