using System.Text.Json.Nodes;
using Bench.ClusterLanes;
using Bench.Workloads;

namespace Bench.DurableGrains;

/// <summary>What a node does for the inventory.</summary>
/// <param name="setup">What the node was told.</param>
[Keeps("inventory")]
internal sealed class InventoryWork(NodeSetup setup) : StoredWork(setup)
{
    /// <summary>The device, as a node may call it that keeps its state in memory.</summary>
    public LimitedBackend Backend { get; } = new ClusterLanes.InventoryWork(setup).Backend;

    /// <summary>What is asked.</summary>
    public InventoryParameters Asked { get; } = setup.Read<InventoryParameters>();

    protected override async Task DescribeAsync(JsonObject books)
    {
        var share = await ShareAsync(Asked.Products, product => Grains.GetGrain<IProduct>(product).Books());
        books["mostInWork"] = Backend.MostInWork;
        books["left"] = Numbers(share.SelectMany(item => new long[] { item.Key, item.State.Left }));
        books["reservations"] = Numbers(
            share.SelectMany(item =>
                item.State.Reservations.SelectMany(made => new[] { made.Number, item.Key, made.Quantity })
            )
        );
    }
}
