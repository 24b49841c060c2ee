using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Tasks;

using PageCall = Call<PageRequest, Page>;

/// <summary>
/// A task per page and one per part: a part awaits the parts that it needs, then its turn at the semaphore that
/// limits backend calls.
/// </summary>
public class Sessions : Workloads.Sessions
{
    private SemaphoreSlim _limit = null!;
    private CountdownEvent _running = null!;

    protected override void Open()
    {
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
            var fetches = new Task[page.Parts];
            for (var part = 0; part < page.Parts; part++)
            {
                fetches[part] = FetchAsync(call, page, part, fetches);
            }

            await Task.WhenAll(fetches);
            Answer(call, page);
        }

        _running.Signal();
    }

    private async Task FetchAsync(PageCall call, Page page, int part, Task[] fetches)
    {
        using var unit = Units.Enter();
        await Task.WhenAll(page.Needs(part).Select(need => fetches[need]));
        await _limit.WaitAsync();
        if (!call.IsCancelled)
        {
            await Backend.CallAsync(page.Begin(part));
            page.End(part);
        }

        _limit.Release();
    }
}
