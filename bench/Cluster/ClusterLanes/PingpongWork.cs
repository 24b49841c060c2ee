using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bench.Workloads;

namespace Bench.ClusterLanes;

/// <summary>The replying sides of one node.</summary>
/// <param name="setup">What the node was told.</param>
public sealed class PingpongWork(NodeSetup setup) : NodeWork(setup)
{
    private const int FirstBallShift = 40;
    private readonly ConcurrentDictionary<int, Ponger> _pongers = new();

    /// <summary>A pair's replying side, from its first ball.</summary>
    public Ponger Open(int pair) => _pongers[pair] = new((long)pair << FirstBallShift);

    /// <inheritdoc />
    protected override void Describe(JsonObject books)
    {
        ArgumentNullException.ThrowIfNull(books);
        books["returned"] = Numbers(_pongers.SelectMany(item => new[] { item.Key, item.Value.Returned }));
        books["faults"] = _pongers.Values.Sum(ponger => ponger.Faults);
    }
}
