using Bench.Workloads;

namespace Bench.Java;

/// <summary>A fixed pool of threads that take requests from one blocking queue and lock the product; 200 of them as told.</summary>
public class Inventory : RuntimeLanes.Inventory
{
    protected override InventoryParameters AsTold(InventoryParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 200,
        };
}
