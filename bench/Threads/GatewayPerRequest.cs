using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A new thread for each request, which checks its token; an acceptor starts one when a connection is free.</summary>
[Variant("per-request", Presets.Smoke | Presets.Standard | Presets.Full)]
public class GatewayPerRequest : Workloads.Gateway
{
    private BoundedQueue<Call<GatewayRequest, GatewayReply>> _buffer = null!;
    private SemaphoreSlim _connections = null!;
    private Thread _acceptor = null!;

    protected override bool IsBatched => false;

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 200,
        };

    protected override void Open()
    {
        _buffer = new(BufferBound);
        _connections = new(Parameters.ConcurrencyLimit);
        _acceptor = new Thread(Accept);
        _acceptor.Start();
    }

    protected override bool TryBuffer(Call<GatewayRequest, GatewayReply> call) => _buffer.TryAdd(call);

    // The acceptor ends with a connection in hand; all others must come back.
    protected override void Close()
    {
        _buffer.Complete();
        _acceptor.Join();
        for (var connection = 1; connection < Parameters.ConcurrencyLimit; connection++)
        {
            _connections.Wait();
        }
    }

    private void Accept()
    {
        using var unit = Units.Enter();
        _connections.Wait();
        while (_buffer.TryTake(out var call))
        {
            var check = Begin([call]);
            new Thread(() => Run(check)).Start();
            _connections.Wait();
        }
    }

    private void Run(TokenCheck check)
    {
        using (Units.Enter())
        {
            Backend.Call(check.ServiceTime);
            check.Calls[0].Complete(check.Replies()[0]);
        }

        _connections.Release();
    }
}
