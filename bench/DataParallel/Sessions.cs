using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.DataParallel;

using PageCall = Call<PageRequest, Page>;

/// <summary>
/// A page's parts that can be fetched at the same time are an asynchronous parallel loop, after the one part that they need and before
/// the one that needs them; a semaphore limits the backend calls of all pages together.
/// </summary>
public class Sessions : Workloads.Sessions
{
    private ParallelOptions _allAtOnce = new();
    private SemaphoreSlim _limit = null!;
    private CountdownEvent _running = null!;

    protected override void Open()
    {
        // Without a number a loop has as many iterations at once as there are processors: right for work, not for waiting.
        _allAtOnce = new() { MaxDegreeOfParallelism = Parameters.Parts };
        _limit = new(Parameters.BackendLimit);
        _running = new(initialCount: 1);
    }

    protected override bool TryAdmit(PageCall call)
    {
        if (_running.CurrentCount > Parameters.PageBound)
        {
            return false;
        }

        _running.AddCount();
        _ = Task.Run(() => HandleAsync(call));
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
    }

    private async Task HandleAsync(PageCall call)
    {
        using (Units.Enter())
        {
            var page = NewPage(call.Request);
            await FetchAsync(call, page, PagePlan.First);
            await Parallel.ForEachAsync(
                page.ReadyAfter(PagePlan.First),
                _allAtOnce,
                (part, _) => FetchAsync(call, page, part)
            );
            await FetchAsync(call, page, page.Last);
            Answer(call, page);
        }

        _running.Signal();
    }

    private async ValueTask FetchAsync(PageCall call, Page page, int part)
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
