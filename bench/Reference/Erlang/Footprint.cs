namespace Bench.Erlang;

/// <summary>A process per unit, waiting for a message.</summary>
public class Footprint : RuntimeLanes.Footprint;
