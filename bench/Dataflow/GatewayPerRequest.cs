using System.Threading.Tasks.Dataflow;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>A bounded block checks each request's token by itself, as many at once as there are connections.</summary>
[Variant("per-request", Presets.Smoke | Presets.Standard | Presets.Full)]
public class GatewayPerRequest : Workloads.Gateway
{
    private ActionBlock<Call<GatewayRequest, GatewayReply>> _checks = null!;
    private Task _ended = Task.CompletedTask;

    protected override bool IsBatched => false;

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 1_000,
        };

    protected override void Open()
    {
        _checks = new(
            CheckAsync,
            new()
            {
                MaxDegreeOfParallelism = Parameters.ConcurrencyLimit,
                BoundedCapacity = IsBounded
                    ? Parameters.BufferCapacity + Parameters.ConcurrencyLimit
                    : DataflowBlockOptions.Unbounded,
            }
        );
        _ended = Units.CountAsync(_checks);
    }

    protected override bool TryBuffer(Call<GatewayRequest, GatewayReply> call) => _checks.Post(call);

    protected override void Close()
    {
        _checks.Complete();
        _ended.Wait();
    }

    private async Task CheckAsync(Call<GatewayRequest, GatewayReply> call)
    {
        var check = Begin([call]);
        await Backend.CallAsync(check.ServiceTime);
        call.Complete(check.Replies()[0]);
    }
}
