using Akka.Actor;
using Akka.Cluster;

namespace Bench.ShardedActors;

/// <summary>A process's way into the cluster.</summary>
internal static class Membership
{
    /// <summary>Joins, and waits until all know of it.</summary>
    /// <param name="cluster">The process's own view of the cluster.</param>
    /// <param name="seeds">Addresses of nodes; a process whose own is the first begins a cluster when no other answers.</param>
    /// <param name="patience">Longest time.</param>
    /// <exception cref="TimeoutException">It is no member by then.</exception>
    public static async Task JoinAsync(this Cluster cluster, IReadOnlyList<string> seeds, TimeSpan patience)
    {
        using var timeout = new CancellationTokenSource(patience);
        try
        {
            await cluster.JoinSeedNodesAsync(seeds.Select(Address.Parse), timeout.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or ClusterJoinFailedException)
        {
            throw new TimeoutException(
                $"{cluster.SelfAddress} is no member of the cluster after {patience.TotalSeconds:0} s; look whether {string.Join(", ", seeds)} can be reached from its machine"
            );
        }
    }
}
