using System.Threading.Channels;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A collector takes a free connection from one channel and requests from another until the batch is full or has lingered; a
/// worker for each batch makes the check and gives the connection back.
/// </summary>
public class Gateway : Workloads.Gateway
{
    private Channel<Call<GatewayRequest, GatewayReply>> _buffer = null!;
    private Channel<int> _connections = null!;
    private Task _collector = Task.CompletedTask;

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 1_000,
        };

    protected override void Open()
    {
        _buffer = IsBounded
            ? Channel.CreateBounded<Call<GatewayRequest, GatewayReply>>(
                new BoundedChannelOptions(Parameters.BufferCapacity)
                {
                    SingleReader = true,
                    SingleWriter = true,
                }
            )
            : Channel.CreateUnbounded<Call<GatewayRequest, GatewayReply>>(
                new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }
            );
        _connections = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true });
        for (var connection = 0; connection < Parameters.ConcurrencyLimit; connection++)
        {
            _connections.Writer.TryWrite(connection);
        }

        _collector = Task.Run(CollectAllAsync);
    }

    protected override bool TryBuffer(Call<GatewayRequest, GatewayReply> call) =>
        _buffer.Writer.TryWrite(call);

    protected override void Close()
    {
        _buffer.Writer.Complete();
        _collector.Wait();
    }

    private async Task CollectAllAsync()
    {
        using var unit = Units.Enter();
        var connection = await _connections.Reader.ReadAsync();
        while (await _buffer.Reader.WaitToReadAsync())
        {
            var check = Begin(await CollectAsync());
            var taken = connection;
            _ = Task.Run(() => RunAsync(check, taken));
            connection = await _connections.Reader.ReadAsync();
        }

        // All others come back when their worker is done.
        for (var other = 1; other < Parameters.ConcurrencyLimit; other++)
        {
            await _connections.Reader.ReadAsync();
        }
    }

    private async Task<List<Call<GatewayRequest, GatewayReply>>> CollectAsync()
    {
        List<Call<GatewayRequest, GatewayReply>> batch = new(BatchLimit);
        using var linger = new CancellationTokenSource(Linger);
        try
        {
            do
            {
                while (batch.Count < BatchLimit && _buffer.Reader.TryRead(out var call))
                {
                    batch.Add(call);
                }
            } while (batch.Count < BatchLimit && await _buffer.Reader.WaitToReadAsync(linger.Token));
        }
        catch (OperationCanceledException) { }

        return batch;
    }

    private async Task RunAsync(TokenCheck check, int connection)
    {
        using (Units.Enter())
        {
            await Backend.CallAsync(check.ServiceTime);
            foreach (var (call, reply) in check.Calls.Zip(check.Replies()))
            {
                call.Complete(reply);
            }
        }

        _connections.Writer.TryWrite(connection);
    }
}
