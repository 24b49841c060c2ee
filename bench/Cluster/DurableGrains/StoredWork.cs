using System.Reflection;
using System.Text.Json.Nodes;
using Bench.ClusterLanes;

namespace Bench.DurableGrains;

/// <summary>What a node does for its workload. What its grains keep is in the database, so each node tells a share of all.</summary>
/// <param name="setup">What the node was told.</param>
internal abstract class StoredWork(NodeSetup setup) : NodeWork(setup)
{
    /// <summary>Finds grains, on whatever node they are; there once the silo has joined.</summary>
    public IGrainFactory Grains { get; set; } = null!;

    /// <summary>The one that is marked for the node's workload.</summary>
    public static StoredWork Of(NodeSetup setup) =>
        (StoredWork)
            Activator.CreateInstance(
                typeof(StoredWork)
                    .Assembly.GetTypes()
                    .Single(type => type.GetCustomAttribute<KeepsAttribute>()?.Workload == setup.Workload),
                setup
            )!;

    protected override void Describe(JsonObject books)
    {
        try
        {
            DescribeAsync(books).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new InvalidOperationException(PostgresServer.Reason(error));
        }
    }

    /// <summary>Adds what the workload's check needs of this node's share.</summary>
    protected virtual Task DescribeAsync(JsonObject books) => Task.CompletedTask;

    /// <summary>Asks the grains that this node tells of.</summary>
    protected async Task<IReadOnlyList<(int Key, TState State)>> ShareAsync<TState>(
        int count,
        Func<int, Task<TState>> ask
    )
    {
        var keys = Enumerable.Range(0, count).Where(key => key % Setup.Nodes == Setup.Index - 1).ToList();
        return [.. keys.Zip(await Task.WhenAll(keys.Select(ask)))];
    }
}
