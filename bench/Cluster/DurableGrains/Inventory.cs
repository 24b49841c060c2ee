using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.DurableGrains;

/// <summary>
/// A grain per product, in one of the nodes, writes its stock and its reservations to the database before it grants one. The client
/// keeps references and awaits the grains' answers.
/// </summary>
public class Inventory : ClusterLanes.Inventory
{
    private DurableClient _client = null!;
    private IProduct[] _products = [];

    protected override InventoryParameters AsTold(InventoryParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };

    protected override string? OutOfReach(InventoryParameters parameters) =>
        DurableClient.WhyNot ?? base.OutOfReach(parameters);

    protected override void Prepare()
    {
        _client = new();
        base.Prepare();
    }

    protected override void Connect(IReadOnlyList<string> nodes)
    {
        _client.Join();
        Window.Servers = () => _client.Servers;
    }

    protected override void Activate() => _products = _client.Activate<IProduct>(Parameters.Products);

    protected override void Send(InventoryRequest request) => _ = AskAsync(request);

    protected override void Disconnect() => _client.Leave();

    protected override void Dispose(Findings findings)
    {
        base.Dispose(findings);
        _client.Dispose();
    }

    private async Task AskAsync(InventoryRequest request)
    {
        try
        {
            var product = _products[request.Product];
            var reply = request.IsReservation
                ? await product.Reserve(new(request.Number, request.Quantity))
                : await product.Find();
            if (reply is { } answer)
            {
                Answered(request.Number, answer);
                return;
            }
        }
        catch (Exception error)
        {
            _client.Failed(error);
        }

        Dropped(request.Number);
    }
}
