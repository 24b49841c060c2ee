using System.Collections.Concurrent;
using System.Diagnostics;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Sequential;

/// <summary>
/// One thread puts a batch together from what waits in the buffer, makes the check, answers, and turns to the next: of all connections
/// it uses one.
/// </summary>
public class Gateway : Workloads.Gateway
{
    private const int LargestBuffer = 256;
    private BlockingCollection<Call<GatewayRequest, GatewayReply>> _buffer = null!;
    private Thread _thread = null!;

    protected override string? OutOfReach(GatewayParameters parameters) =>
        parameters.SpikeRatePerSecond > 0 && parameters.BufferCapacity is 0 or > LargestBuffer
            ? "one check at a time serves half the rate, and so large a buffer would fill until the end"
            : null;

    protected override void Open()
    {
        _buffer = IsBounded ? new(Parameters.BufferCapacity) : [];
        _thread = new Thread(Serve);
        _thread.Start();
    }

    protected override bool TryBuffer(Call<GatewayRequest, GatewayReply> call) => _buffer.TryAdd(call);

    protected override void Close()
    {
        _buffer.CompleteAdding();
        _thread.Join();
    }

    private void Serve()
    {
        using var unit = Units.Enter();
        while (_buffer.TryTake(out var first, Timeout.Infinite))
        {
            var check = Begin(BatchFrom(first));
            Backend.Call(check.ServiceTime);
            foreach (var (call, reply) in check.Calls.Zip(check.Replies()))
            {
                call.Complete(reply);
            }
        }
    }

    private List<Call<GatewayRequest, GatewayReply>> BatchFrom(Call<GatewayRequest, GatewayReply> first)
    {
        var openedAt = Stopwatch.GetTimestamp();
        List<Call<GatewayRequest, GatewayReply>> batch = [first];
        while (batch.Count < BatchLimit && _buffer.TryTake(out var next, MillisecondsLeft(openedAt)))
        {
            batch.Add(next);
        }

        return batch;
    }

    private int MillisecondsLeft(long openedAt) =>
        (int)Math.Max(0, Math.Ceiling((Linger - Stopwatch.GetElapsedTime(openedAt)).TotalMilliseconds));
}
