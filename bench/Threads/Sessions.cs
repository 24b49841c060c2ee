using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Threads;

using PageCall = Call<PageRequest, Page>;

/// <summary>
/// A fixed pool of threads, as many as there may be backend calls at once, takes fetches from one blocking queue.
/// Who gets an answer queues the parts that waited for it; a lock on the page keeps count of what is missing.
/// </summary>
public class Sessions : Workloads.Sessions
{
    private BoundedQueue<Fetch> _fetches = null!;
    private List<Thread> _pool = [];
    private CountdownEvent _running = null!;

    protected override void Open()
    {
        _running = new(initialCount: 1);
        _fetches = new(Parameters.PageBound * Parameters.Parts);
        _pool = [.. Enumerable.Range(0, Parameters.BackendLimit).Select(_ => new Thread(Serve))];
        _pool.ForEach(thread => thread.Start());
    }

    protected override bool TryAdmit(PageCall call)
    {
        if (_running.CurrentCount > Parameters.PageBound)
        {
            return false;
        }

        _running.AddCount();
        return _fetches.TryAdd(new(call, NewPage(call.Request), PagePlan.First));
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _fetches.Complete();
        _pool.ForEach(thread => thread.Join());
    }

    private void Serve()
    {
        using var unit = Units.Enter();
        while (_fetches.TryTake(out var fetch))
        {
            Handle(fetch);
        }
    }

    private void Handle(Fetch fetch)
    {
        var (call, page, part) = fetch;
        if (!call.IsCancelled)
        {
            Backend.Call(page.Begin(part));
            page.End(part);
        }

        if (part == page.Last)
        {
            Answer(call, page);
            _running.Signal();
            return;
        }

        lock (page)
        {
            foreach (var next in page.ReadyAfter(part))
            {
                _fetches.TryAdd(new(call, page, next));
            }
        }
    }

    private readonly record struct Fetch(PageCall Call, Page Page, int Part);
}
