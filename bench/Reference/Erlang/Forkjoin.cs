namespace Bench.Erlang;

/// <summary>A process for each node, which sends its subtotal to the one that spawned it.</summary>
public class Forkjoin : RuntimeLanes.Forkjoin;
