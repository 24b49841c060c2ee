using Bench.Workloads;

namespace Bench.JavaVirtual;

/// <summary>A virtual thread per request; a semaphore limits those in work, a monitor guards the product.</summary>
public class Inventory : RuntimeLanes.Inventory
{
    protected override InventoryParameters AsTold(InventoryParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };
}
