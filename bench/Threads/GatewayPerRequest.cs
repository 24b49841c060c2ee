using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A new thread for each request, started by an acceptor; it waits for a free connection and checks its token.</summary>
[Variant("per-request", Presets.Smoke | Presets.Standard | Presets.Full)]
public class GatewayPerRequest : Workloads.Gateway
{
    private BoundedQueue<Call<GatewayRequest, GatewayReply>> _accepted = null!;
    private SemaphoreSlim _connections = null!;
    private CountdownEvent _running = null!;
    private Thread _acceptor = null!;
    private int _waiting;

    protected override bool IsBatched => false;

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 200,
        };

    protected override void Open()
    {
        _accepted = new(BufferBound);
        _connections = new(Parameters.ConcurrencyLimit);
        _running = new(initialCount: 1);
        _acceptor = new Thread(Accept);
        _acceptor.Start();
    }

    protected override bool TryBuffer(Call<GatewayRequest, GatewayReply> call)
    {
        if (Volatile.Read(ref _waiting) >= BufferBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        return _accepted.TryAdd(call);
    }

    protected override void Close()
    {
        _accepted.Complete();
        _acceptor.Join();
        _running.Signal();
        _running.Wait();
    }

    private void Accept()
    {
        using var unit = Units.Enter();
        while (_accepted.TryTake(out var call))
        {
            _running.AddCount();
            new Thread(() => Run(call)).Start();
        }
    }

    private void Run(Call<GatewayRequest, GatewayReply> call)
    {
        using (Units.Enter())
        {
            _connections.Wait();
            var check = Begin([call]);
            Interlocked.Decrement(ref _waiting);
            Backend.Call(check.ServiceTime);
            call.Complete(check.Replies()[0]);
            _connections.Release();
        }

        _running.Signal();
    }
}
