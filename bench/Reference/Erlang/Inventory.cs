using Bench.Workloads;

namespace Bench.Erlang;

/// <summary>A gate process limits the requests in work, each a process of its own; each product is a process that owns its stock.</summary>
public class Inventory : RuntimeLanes.Inventory
{
    protected override InventoryParameters AsTold(InventoryParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };
}
