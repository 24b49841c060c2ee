using System.Threading.Tasks.Dataflow;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Dataflow;

using GatewayCall = Call<GatewayRequest, GatewayReply>;

/// <summary>
/// A bounded block takes one request at a time and puts it into a batch block, for the first of a batch when a connection is free. The
/// batch block closes what is full; what has lingered is triggered. A block makes the checks.
/// </summary>
public class Gateway : Workloads.Gateway
{
    private readonly Lock _gate = new();
    private BufferBlock<int> _connections = null!;
    private ActionBlock<GatewayCall> _collector = null!;
    private BatchBlock<GatewayCall> _batches = null!;
    private ActionBlock<TokenCheck> _checks = null!;
    private Task _collected = Task.CompletedTask;
    private Task _checked = Task.CompletedTask;
    private int _batch;
    private bool _isOpen;

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 1_000,
        };

    protected override void Open()
    {
        _connections = new();
        for (var connection = 0; connection < Parameters.ConcurrencyLimit; connection++)
        {
            _connections.Post(connection);
        }

        // What the collector has in hand counts.
        _collector = new(
            CollectAsync,
            new()
            {
                BoundedCapacity = IsBounded ? Parameters.BufferCapacity + 1 : DataflowBlockOptions.Unbounded,
            }
        );
        _batches = new(BatchLimit);
        _checks = new(CheckAsync, new() { MaxDegreeOfParallelism = Parameters.ConcurrencyLimit });
        _collected = Units.CountAsync(_collector);
        _checked = Units.CountAsync(_checks);
    }

    protected override bool TryBuffer(GatewayCall call) => _collector.Post(call);

    protected override void Close()
    {
        _collector.Complete();
        _collected.Wait();
        _checks.Complete();
        _checked.Wait();
    }

    private async Task CollectAsync(GatewayCall call)
    {
        if (!TryAdd(call))
        {
            await _connections.ReceiveAsync();
            AddFirst(call);
        }
    }

    private bool TryAdd(GatewayCall call)
    {
        lock (_gate)
        {
            if (_isOpen)
            {
                Add(call);
                return true;
            }

            return false;
        }
    }

    private void AddFirst(GatewayCall call)
    {
        lock (_gate)
        {
            _ = LingerAsync(++_batch);
            Add(call);
        }
    }

    private void Add(GatewayCall call)
    {
        _batches.Post(call);
        _isOpen = true;
        HandOn();
    }

    // Taken out by hand and not by a link: a closed batch on its way through one would still wait, beside the next that opens.
    private void HandOn()
    {
        if (_batches.TryReceive(out var batch))
        {
            _isOpen = false;
            _checks.Post(Begin(batch));
        }
    }

    // Without the number, a timer that comes late would trigger the batch after its own.
    private async Task LingerAsync(int batch)
    {
        await Task.Delay(Linger);
        lock (_gate)
        {
            if (batch == _batch && _isOpen)
            {
                _batches.TriggerBatch();
                HandOn();
            }
        }
    }

    private async Task CheckAsync(TokenCheck check)
    {
        await Backend.CallAsync(check.ServiceTime);
        foreach (var (call, reply) in check.Calls.Zip(check.Replies()))
        {
            call.Complete(reply);
        }

        _connections.Post(check.Calls.Count);
    }
}
