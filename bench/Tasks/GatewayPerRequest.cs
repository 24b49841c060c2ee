using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>A task for each request: it awaits a free connection, then the check of its own token.</summary>
[Variant("per-request", Presets.Smoke | Presets.Standard | Presets.Full)]
public class GatewayPerRequest : Workloads.Gateway
{
    private SemaphoreSlim _connections = null!;
    private CountdownEvent _running = null!;
    private int _waiting;

    protected override bool IsBatched => false;

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };

    protected override void Open()
    {
        _connections = new(Parameters.ConcurrencyLimit);
        _running = new(initialCount: 1);
    }

    protected override bool TryBuffer(Call<GatewayRequest, GatewayReply> call)
    {
        if (Volatile.Read(ref _waiting) >= BufferBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _running.AddCount();
        _ = Task.Run(() => RunAsync(call));
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
    }

    private async Task RunAsync(Call<GatewayRequest, GatewayReply> call)
    {
        using (Units.Enter())
        {
            await _connections.WaitAsync();
            var check = Begin([call]);
            Interlocked.Decrement(ref _waiting);
            await Backend.CallAsync(check.ServiceTime);
            call.Complete(check.Replies()[0]);
            _connections.Release();
        }

        _running.Signal();
    }
}
