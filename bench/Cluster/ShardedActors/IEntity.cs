namespace Bench.ShardedActors;

/// <summary>What an actor's mark says of it.</summary>
internal interface IEntity
{
    /// <summary>Id of the workload.</summary>
    string Workload { get; }

    /// <summary>What a node does for it: a class that is made from the node's setup.</summary>
    Type Work { get; }
}
