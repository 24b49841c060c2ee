using System.Threading.Channels;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A dispatcher takes a free connection from one channel and a request from another; a worker of its own, started as one starts a
/// goroutine, checks the token and gives the connection back.
/// </summary>
[Variant("per-request", Presets.Smoke | Presets.Standard | Presets.Full)]
public class GatewayPerRequest : Workloads.Gateway
{
    private Channel<Call<GatewayRequest, GatewayReply>> _buffer = null!;
    private Channel<int> _connections = null!;
    private Task _dispatcher = Task.CompletedTask;

    protected override bool IsBatched => false;

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

        _dispatcher = Task.Run(DispatchAsync);
    }

    protected override bool TryBuffer(Call<GatewayRequest, GatewayReply> call) =>
        _buffer.Writer.TryWrite(call);

    protected override void Close()
    {
        _buffer.Writer.Complete();
        _dispatcher.Wait();
    }

    private async Task DispatchAsync()
    {
        using var unit = Units.Enter();
        await foreach (var connection in _connections.Reader.ReadAllAsync())
        {
            if (!await _buffer.Reader.WaitToReadAsync() || !_buffer.Reader.TryRead(out var call))
            {
                break;
            }

            var check = Begin([call]);
            _ = Task.Run(() => RunAsync(check, connection));
        }

        // All others come back when their worker is done.
        for (var other = 1; other < Parameters.ConcurrencyLimit; other++)
        {
            await _connections.Reader.ReadAsync();
        }
    }

    private async Task RunAsync(TokenCheck check, int connection)
    {
        using (Units.Enter())
        {
            await Backend.CallAsync(check.ServiceTime);
            check.Calls[0].Complete(check.Replies()[0]);
        }

        _connections.Writer.TryWrite(connection);
    }
}
