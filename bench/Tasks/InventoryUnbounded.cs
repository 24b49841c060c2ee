using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>A task per request on the ThreadPool, and nothing limits those in work.</summary>
[Variant("unbounded", Presets.Smoke | Presets.Full)]
public class InventoryUnbounded : Workloads.Inventory
{
    private CountdownEvent _running = null!;

    protected override InventoryParameters AsTold(InventoryParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = MostAtOnce(parameters),
        };

    protected override string? OutOfReach(InventoryParameters parameters) =>
        parameters.ConcurrencyLimit < MostAtOnce(parameters)
            ? "it keeps no limit, and more users may call at once than the limit allows"
            : null;

    protected override void Open() => _running = new(initialCount: 1);

    protected override bool TryAdmit(Call<InventoryRequest, InventoryReply> call)
    {
        _running.AddCount();
        _ = Task.Run(() => HandleAsync(call));
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
    }

    private static int MostAtOnce(InventoryParameters parameters) =>
        Math.Max(parameters.Users, parameters.SpikeUsers);

    private async Task HandleAsync(Call<InventoryRequest, InventoryReply> call)
    {
        using (Units.Enter())
        {
            await Backend.CallAsync(call.Request);
            var product = Products[call.Request.Product];
            InventoryReply reply;
            lock (product)
            {
                reply = product.Apply(call.Request);
            }

            call.Complete(reply);
        }

        _running.Signal();
    }
}
