using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Bench.ClusterLanes;

/// <summary>The numbers that the entities of one node have entered.</summary>
/// <param name="setup">What the node was told.</param>
public sealed class WritesWork(NodeSetup setup) : NodeWork(setup)
{
    private readonly ConcurrentDictionary<int, HashSet<long>> _numbers = new();

    /// <summary>An empty list of numbers, for the entity that keeps it from now on.</summary>
    public HashSet<long> Open(int key) => _numbers[key] = [];

    /// <summary>The entity of a key has ended, and what it knew with it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="numbers">Its list.</param>
    public void Close(int key, HashSet<long> numbers) => _numbers.TryRemove(new(key, numbers));

    /// <inheritdoc />
    protected override void Describe(JsonObject books)
    {
        ArgumentNullException.ThrowIfNull(books);
        books["writes"] = Numbers(_numbers.Values.SelectMany(numbers => numbers));
    }
}
