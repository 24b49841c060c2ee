using System.Text.Json.Nodes;
using Bench.Measurement.Recording;
using Bench.Measurement.Resources;

namespace Bench.ClusterLanes;

/// <summary>What one node does and keeps for its workload, in memory, and what it tells of that.</summary>
/// <param name="setup">What the node was told.</param>
public abstract class NodeWork(NodeSetup setup)
{
    private double _processorBefore;
    private long _allocatedBefore;
    private long _requests;

    /// <summary>What the node was told.</summary>
    public NodeSetup Setup => setup;

    /// <summary>The entities: each counts itself as it starts and ends.</summary>
    public UnitCounter Units { get; } = new();

    /// <summary>An entity of this node has answered a request.</summary>
    public void Handled() => Interlocked.Increment(ref _requests);

    /// <summary>Forgets what was counted before the load.</summary>
    public void Begin()
    {
        _processorBefore = Environment.CpuUsage.TotalTime.TotalSeconds;
        _allocatedBefore = GC.GetTotalAllocatedBytes();
        Interlocked.Exchange(ref _requests, 0);
        ProcessStat.ResetPeak();
    }

    /// <summary>Everything that the suite asks of a node at rest.</summary>
    public JsonObject ToBooks()
    {
        var books = new JsonObject
        {
            ["type"] = "books",
            ["requests"] = Interlocked.Read(ref _requests),
            ["processorMicroseconds"] = (long)(
                (Environment.CpuUsage.TotalTime.TotalSeconds - _processorBefore) * 1e6
            ),
            ["peakResidentBytes"] = ProcessStat.PeakResident(),
            ["heapBytes"] = GC.GetTotalMemory(forceFullCollection: false),
            ["allocatedBytes"] = GC.GetTotalAllocatedBytes() - _allocatedBefore,
            ["created"] = Units.Created,
            ["peak"] = Units.Peak,
        };
        Describe(books);
        return books;
    }

    /// <summary>Adds what the workload's check needs.</summary>
    protected abstract void Describe(JsonObject books);

    /// <summary>A flat list for the books.</summary>
    protected static JsonArray Numbers(IEnumerable<long> numbers) =>
        [.. numbers.Select(number => (JsonNode)number)];
}
