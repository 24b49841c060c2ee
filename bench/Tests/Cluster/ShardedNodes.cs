using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Bench.ClusterLanes;
using Bench.Workloads;

namespace Bench.Tests.Cluster;

/// <summary>Nodes of the sharded model, as its lanes start them.</summary>
internal static class ShardedNodes
{
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    public static Assembly Model => typeof(ShardedActors.Inventory).Assembly;

    public static NodeSetup Setup(int nodes = 1) =>
        new(
            "inventory",
            1,
            nodes,
            "127.0.0.1",
            JsonSerializer
                .SerializeToNode(new InventoryParameters { Products = 4 }, JsonSerializerOptions.Web)!
                .AsObject()
        );

    /// <summary>True when a process is there and is no corpse.</summary>
    public static bool IsAlive(int process)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat");
        try
        {
            return !File.ReadAllText(path).Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static void Kill(int process)
    {
        using var killed = Process.GetProcessById(process);
        killed.Kill();
        killed.WaitForExit(Patience);
    }
}
