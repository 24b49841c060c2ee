namespace Bench.ShardedActors;

/// <summary>What a client asks of an entity, or one entity of another.</summary>
/// <param name="Ask">What is asked.</param>
/// <param name="Number">Number of the request, which its answer has, too.</param>
/// <param name="Entity">The entity that is asked.</param>
/// <param name="Other">Another entity that takes part; what it is, <paramref name="Ask"/> says.</param>
/// <param name="Amount">Pieces or cents.</param>
internal sealed record Request(Ask Ask, long Number, int Entity, int Other = 0, long Amount = 0);
