using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bench.Measurement.Tracing;
using Bench.Workloads;

namespace Bench.ClusterLanes;

/// <summary>The products of one node.</summary>
/// <param name="setup">What the node was told.</param>
public sealed class InventoryWork(NodeSetup setup) : NodeWork(setup)
{
    private readonly InventoryParameters _parameters = setup.Read<InventoryParameters>();
    private readonly ConcurrentDictionary<int, Product> _products = new();

    /// <summary>The stock database, as this node may call it.</summary>
    public LimitedBackend Backend { get; } = Limited(setup.Read<InventoryParameters>(), setup.Nodes);

    /// <summary>A product with its opening stock, for the entity that is it from now on.</summary>
    public Product Open(int product) => _products[product] = new(_parameters.StockPerProduct, Tracer.Off);

    /// <inheritdoc />
    protected override void Describe(JsonObject books)
    {
        ArgumentNullException.ThrowIfNull(books);
        books["mostInWork"] = Backend.MostInWork;
        books["left"] = Numbers(_products.SelectMany(item => new long[] { item.Key, item.Value.Left }));
        books["reservations"] = Numbers(
            _products.Values.SelectMany(product =>
                product.Reservations.SelectMany(item => new[] { item.Number, item.Product, item.Quantity })
            )
        );
    }

    private static LimitedBackend Limited(InventoryParameters parameters, int nodes) =>
        new(
            parameters.ConcurrencyLimit,
            nodes,
            TimeSpan.FromMilliseconds(parameters.BackendMilliseconds),
            TimeSpan.FromMilliseconds(parameters.DeadlineMilliseconds)
        );
}
