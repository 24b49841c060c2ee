using Bench.Measurement.Hosting;

namespace Bench.DurableGrains;

/// <summary>The products spread over four silos.</summary>
[Variant("nodes-4", Presets.Standard | Presets.Full)]
public class InventoryNodes4 : Inventory
{
    protected override int NodeCount => 4;
}
