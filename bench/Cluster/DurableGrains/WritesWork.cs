using Bench.ClusterLanes;

namespace Bench.DurableGrains;

/// <summary>What a node does for numbered writes: nothing besides its grains.</summary>
/// <param name="setup">What the node was told.</param>
[Keeps(ClusterLanes.Writes.Id)]
internal sealed class WritesWork(NodeSetup setup) : StoredWork(setup);
