using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Reactive.Threading.Tasks;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Rx;

using GatewayCall = Call<GatewayRequest, GatewayReply>;

/// <summary>
/// An event loop gathers requests into groups, each open until it has lingered or is full; Merge lets as many checks be under way as
/// there are connections. What waits is counted, because nothing in Rx has a bound.
/// </summary>
public class Gateway : Workloads.Gateway
{
    private Subject<GatewayCall> _calls = null!;
    private EventLoopScheduler _loop = null!;
    private Task _checks = Task.CompletedTask;
    private int _waiting;

    protected override void Open()
    {
        Units.Started();
        _calls = new();
        _loop = new();

        // Timer and requests come on the same thread: a group that closed beside a request on its way to it would lose that.
        _checks = _calls
            .ObserveOn(_loop)
            .GroupByUntil(
                _ => true,
                batch => Observable.Timer(Linger, _loop).TakeUntil(batch.Skip(BatchLimit - 1))
            )
            .SelectMany(batch => batch.ToArray())
            .Select(calls => Observable.FromAsync(() => CheckAsync(calls)))
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
        _loop.Dispose();
        Units.Ended();
    }

    private async Task CheckAsync(GatewayCall[] calls)
    {
        using var unit = Units.Enter();
        var check = Begin(calls);
        Interlocked.Add(ref _waiting, -calls.Length);
        await Backend.CallAsync(check.ServiceTime);
        foreach (var (call, reply) in check.Calls.Zip(check.Replies()))
        {
            call.Complete(reply);
        }
    }
}
