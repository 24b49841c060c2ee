namespace Bench.Erlang;

/// <summary>A guard for each unit of handlers keeps the events and starts another process when the one that handles them crashes or hangs.</summary>
public class Routing : RuntimeLanes.Routing;
