namespace Bench.Java;

/// <summary>Two threads per pair, with a SynchronousQueue each way.</summary>
public class Pingpong : RuntimeLanes.Pingpong;
