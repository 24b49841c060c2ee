namespace Bench.JavaVirtual;

/// <summary>Two virtual threads per pair, with a SynchronousQueue each way.</summary>
public class Pingpong : RuntimeLanes.Pingpong;
