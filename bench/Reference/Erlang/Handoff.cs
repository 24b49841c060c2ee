namespace Bench.Erlang;

/// <summary>A process per producer and per consumer; one that keeps the buffer stands between them.</summary>
public class Handoff : RuntimeLanes.Handoff;
