namespace Bench.ClusterLanes;

/// <summary>One node of a model's cluster, in the process that is it. <see cref="ClusterProgram"/> calls in this order.</summary>
public abstract class ClusterNode
{
    /// <summary>What the node does for its workload.</summary>
    public abstract NodeWork Work { get; }

    /// <summary>Ends, with the reason, when the node has left the cluster although nobody asked it to.</summary>
    public abstract Task<string> Expelled { get; }

    /// <summary>Binds to a free port of the host.</summary>
    /// <returns>The address that other nodes and clients find it at.</returns>
    public abstract Task<string> StartAsync();

    /// <summary>Joins the cluster; done when the node takes its share of the entities.</summary>
    /// <param name="seeds">Addresses of all nodes that were started, this one among them; the first begins the cluster.</param>
    /// <param name="patience">Longest time; then it throws a <see cref="TimeoutException"/>.</param>
    public abstract Task JoinAsync(IReadOnlyList<string> seeds, TimeSpan patience);

    /// <summary>Leaves the cluster in order, so that others take over what it kept, and ends its entities.</summary>
    public abstract Task LeaveAsync();

    /// <summary>Ends its entities at once, for all nodes end together.</summary>
    public abstract Task StopAsync();
}
