using System.Collections.Concurrent;
using System.Diagnostics;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A collecting task waits for a free connection, takes a request and waits for more until the batch is full or has lingered; a
/// task for each batch makes the check. Semaphores count what waits and what is free.
/// </summary>
public class Gateway : Workloads.Gateway
{
    private readonly ConcurrentQueue<Call<GatewayRequest, GatewayReply>> _buffer = new();
    private SemaphoreSlim _waiting = null!;
    private SemaphoreSlim _connections = null!;
    private Task _collector = Task.CompletedTask;

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };

    protected override void Open()
    {
        _waiting = new(0);
        _connections = new(Parameters.ConcurrencyLimit);
        _collector = Task.Run(CollectAllAsync);
    }

    protected override bool TryBuffer(Call<GatewayRequest, GatewayReply> call)
    {
        if (_waiting.CurrentCount >= BufferBound)
        {
            return false;
        }

        _buffer.Enqueue(call);
        _waiting.Release();
        return true;
    }

    // A signal without a request says that none comes any more. The collector ends with a connection in hand.
    protected override void Close()
    {
        _waiting.Release();
        _collector.Wait();
        for (var connection = 1; connection < Parameters.ConcurrencyLimit; connection++)
        {
            _connections.Wait();
        }
    }

    private async Task CollectAllAsync()
    {
        using var unit = Units.Enter();
        await _connections.WaitAsync();
        while (await CollectAsync() is { Count: > 0 } batch)
        {
            var check = Begin(batch);
            _ = Task.Run(() => RunAsync(check));
            await _connections.WaitAsync();
        }
    }

    private async Task<List<Call<GatewayRequest, GatewayReply>>> CollectAsync()
    {
        List<Call<GatewayRequest, GatewayReply>> batch = new(BatchLimit);
        await _waiting.WaitAsync();
        var openedAt = Stopwatch.GetTimestamp();
        do
        {
            if (!_buffer.TryDequeue(out var call))
            {
                break;
            }

            batch.Add(call);
        } while (batch.Count < BatchLimit && await _waiting.WaitAsync(MillisecondsLeft(openedAt)));

        return batch;
    }

    private async Task RunAsync(TokenCheck check)
    {
        using (Units.Enter())
        {
            await Backend.CallAsync(check.ServiceTime);
            foreach (var (call, reply) in check.Calls.Zip(check.Replies()))
            {
                call.Complete(reply);
            }
        }

        _connections.Release();
    }

    private int MillisecondsLeft(long openedAt) =>
        (int)Math.Max(0, Math.Ceiling((Linger - Stopwatch.GetElapsedTime(openedAt)).TotalMilliseconds));
}
