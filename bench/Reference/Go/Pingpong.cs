namespace Bench.Go;

/// <summary>Two goroutines per pair, with an unbuffered channel each way.</summary>
public class Pingpong : RuntimeLanes.Pingpong;
