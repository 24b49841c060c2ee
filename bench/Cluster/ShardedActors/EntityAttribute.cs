using Bench.ClusterLanes;

namespace Bench.ShardedActors;

/// <summary>Marks an actor as the entity of a workload; its constructor takes its number and the node's work.</summary>
/// <typeparam name="TWork">What a node does for the workload.</typeparam>
/// <param name="workload">Id of the workload.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class EntityAttribute<TWork>(string workload) : Attribute, IEntity
    where TWork : NodeWork
{
    public string Workload => workload;

    public Type Work => typeof(TWork);
}
