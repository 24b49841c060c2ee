using Bench.Measurement.Hosting;

namespace Bench.DurableGrains;

/// <summary>All products in one silo: what the database costs before a cluster spreads anything.</summary>
[Variant("nodes-1", Presets.Standard | Presets.Full)]
public class InventoryNodes1 : Inventory
{
    protected override int NodeCount => 1;
}
