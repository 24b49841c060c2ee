using System.Reactive;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Reactive.Threading.Tasks;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Rx;

using PageCall = Call<PageRequest, Page>;

/// <summary>
/// A page is a graph of sequences: a part begins when all that it needs have ended, and whoever needs it hears of its end. A
/// semaphore limits backend calls over all pages.
/// </summary>
public class Sessions : Workloads.Sessions
{
    private Subject<PageCall> _pages = null!;
    private SemaphoreSlim _limit = null!;
    private Task _answers = Task.CompletedTask;
    private int _held;

    protected override void Open()
    {
        _limit = new(Parameters.BackendLimit);
        _pages = new();
        _answers = _pages.ObserveOn(Pool.Scheduler).SelectMany(Assemble).LastOrDefaultAsync().ToTask();
    }

    protected override bool TryAdmit(PageCall call)
    {
        if (Volatile.Read(ref _held) >= Parameters.PageBound)
        {
            return false;
        }

        Interlocked.Increment(ref _held);
        _pages.OnNext(call);
        return true;
    }

    protected override void Close()
    {
        _pages.OnCompleted();
        _answers.Wait();
    }

    private IObservable<Unit> Assemble(PageCall call)
    {
        var page = NewPage(call.Request);
        var parts = new IObservable<Unit>[page.Parts];
        for (var part = 0; part < page.Parts; part++)
        {
            var number = part;
            parts[part] = page.Needs(part)
                .Select(need => parts[need])
                .Merge()
                .IgnoreElements()
                .Concat(Observable.FromAsync(() => FetchAsync(call, page, number)))
                .PublishLast()
                .AutoConnect(0);
        }

        return parts[page.Last]
            .Do(_ =>
            {
                Answer(call, page);
                Interlocked.Decrement(ref _held);
            });
    }

    private async Task FetchAsync(PageCall call, Page page, int part)
    {
        using var unit = Units.Enter();
        await _limit.WaitAsync();
        if (!call.IsCancelled)
        {
            await Backend.CallAsync(page.Begin(part));
            page.End(part);
        }

        _limit.Release();
    }
}
