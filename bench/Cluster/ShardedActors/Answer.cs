namespace Bench.ShardedActors;

/// <summary>What an entity answers.</summary>
/// <param name="Number">Number of the request.</param>
/// <param name="Node">Number of the node that the entity is in.</param>
/// <param name="Outcome">The workload's reply as a number, or <see cref="Dropped"/>.</param>
internal sealed record Answer(long Number, int Node, int Outcome = 0)
{
    /// <summary>Nothing was done: the caller had gone.</summary>
    public const int Dropped = -1;
}
