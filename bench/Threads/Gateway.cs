using System.Collections.Concurrent;
using System.Diagnostics;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A pool with a thread for each connection. Those that are free take turns at putting a batch together, one at a time under a
/// lock; who has one leaves the lock to the next and makes the check.
/// </summary>
public class Gateway : Workloads.Gateway
{
    private readonly Lock _collecting = new();
    private BlockingCollection<Call<GatewayRequest, GatewayReply>> _buffer = null!;
    private List<Thread> _pool = [];

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 200,
        };

    protected override void Open()
    {
        _buffer = IsBounded ? new(Parameters.BufferCapacity) : [];
        _pool = [.. Enumerable.Range(0, Parameters.ConcurrencyLimit).Select(_ => new Thread(Serve))];
        _pool.ForEach(thread => thread.Start());
    }

    protected override bool TryBuffer(Call<GatewayRequest, GatewayReply> call) => _buffer.TryAdd(call);

    protected override void Close()
    {
        _buffer.CompleteAdding();
        _pool.ForEach(thread => thread.Join());
    }

    private void Serve()
    {
        using var unit = Units.Enter();
        while (Collect() is { } check)
        {
            Backend.Call(check.ServiceTime);
            foreach (var (call, reply) in check.Calls.Zip(check.Replies()))
            {
                call.Complete(reply);
            }
        }
    }

    private TokenCheck? Collect()
    {
        lock (_collecting)
        {
            if (!_buffer.TryTake(out var first, Timeout.Infinite))
            {
                return null;
            }

            var openedAt = Stopwatch.GetTimestamp();
            List<Call<GatewayRequest, GatewayReply>> batch = [first];
            while (batch.Count < BatchLimit && _buffer.TryTake(out var next, MillisecondsLeft(openedAt)))
            {
                batch.Add(next);
            }

            return Begin(batch);
        }
    }

    private int MillisecondsLeft(long openedAt) =>
        (int)Math.Max(0, Math.Ceiling((Linger - Stopwatch.GetElapsedTime(openedAt)).TotalMilliseconds));
}
