using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Reactive.Threading.Tasks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Rx;

using GatewayCall = Call<GatewayRequest, GatewayReply>;

/// <summary>A check for each request; Merge lets as many be under way as there are connections.</summary>
[Variant("per-request", Presets.Smoke | Presets.Standard | Presets.Full)]
public class GatewayPerRequest : Workloads.Gateway
{
    private Subject<GatewayCall> _calls = null!;
    private Task _checks = Task.CompletedTask;
    private int _waiting;

    protected override bool IsBatched => false;

    protected override void Open()
    {
        _calls = new();
        _checks = _calls
            .ObserveOn(Pool.Scheduler)
            .Select(call => Observable.FromAsync(() => CheckAsync(call)))
            .Merge(Parameters.ConcurrencyLimit)
            .LastOrDefaultAsync()
            .ToTask();
    }

    protected override bool TryBuffer(GatewayCall call)
    {
        if (Volatile.Read(ref _waiting) >= BufferBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _calls.OnNext(call);
        return true;
    }

    protected override void Close()
    {
        _calls.OnCompleted();
        _checks.Wait();
    }

    private async Task CheckAsync(GatewayCall call)
    {
        using var unit = Units.Enter();
        var check = Begin([call]);
        Interlocked.Decrement(ref _waiting);
        await Backend.CallAsync(check.ServiceTime);
        call.Complete(check.Replies()[0]);
    }
}
