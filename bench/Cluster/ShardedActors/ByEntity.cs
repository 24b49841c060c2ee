using System.Globalization;
using Akka.Cluster.Sharding;

namespace Bench.ShardedActors;

/// <summary>Finds the entity and the shard of a request: neighbours are in different shards, and each node has ten or more.</summary>
internal sealed class ByEntity : IMessageExtractor
{
    private const int Shards = 40;

    public string? EntityId(object message) => message is Request request ? Text(request.Entity) : null;

    public object EntityMessage(object message) => message;

    public string? ShardId(object message) =>
        message is Request request ? Text(request.Entity % Shards) : null;

    public string ShardId(string entityId, object? messageHint = null) =>
        Text(int.Parse(entityId, CultureInfo.InvariantCulture) % Shards);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
