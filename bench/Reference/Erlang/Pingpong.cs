namespace Bench.Erlang;

/// <summary>Two processes per pair, which send each other messages.</summary>
public class Pingpong : RuntimeLanes.Pingpong;
