using Bench.Measurement.Hosting;

namespace Bench.ShardedActors;

/// <summary>All products in one node: what the cluster costs before it spreads anything.</summary>
[Variant("nodes-1", Presets.Standard | Presets.Full)]
public class InventoryNodes1 : Inventory
{
    protected override int NodeCount => 1;
}
