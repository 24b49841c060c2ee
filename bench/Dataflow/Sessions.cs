using System.Threading.Tasks.Dataflow;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Dataflow;

using PageCall = Call<PageRequest, Page>;

/// <summary>
/// A block makes as many fetches at once as there may be backend calls and posts the answers to an assembler, the block that
/// alone keeps count of what a page still misses; it posts the parts that may be fetched next back to the first.
/// </summary>
public class Sessions : Workloads.Sessions
{
    private ActionBlock<Fetch> _fetches = null!;
    private ActionBlock<Fetch> _assembler = null!;
    private Task _ended = Task.CompletedTask;
    private CountdownEvent _running = null!;

    protected override void Open()
    {
        _running = new(initialCount: 1);
        _fetches = new(FetchAsync, new() { MaxDegreeOfParallelism = Parameters.BackendLimit });
        _assembler = new(Assemble);
        _ended = Units.CountAsync(_fetches, _assembler);
    }

    // The bound is one of pages, so the block of their fetches may be unbounded.
    protected override bool TryAdmit(PageCall call)
    {
        if (_running.CurrentCount > Parameters.PageBound)
        {
            return false;
        }

        _running.AddCount();
        return _fetches.Post(new(call, NewPage(call.Request), PagePlan.First));
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _fetches.Complete();
        _assembler.Complete();
        _ended.Wait();
    }

    private async Task FetchAsync(Fetch fetch)
    {
        if (!fetch.Call.IsCancelled)
        {
            await Backend.CallAsync(fetch.Page.Begin(fetch.Part));
            fetch.Page.End(fetch.Part);
        }

        _assembler.Post(fetch);
    }

    private void Assemble(Fetch fetched)
    {
        var (call, page, part) = fetched;
        foreach (var next in page.ReadyAfter(part))
        {
            _fetches.Post(new(call, page, next));
        }

        if (part == page.Last)
        {
            Answer(call, page);
            _running.Signal();
        }
    }

    private readonly record struct Fetch(PageCall Call, Page Page, int Part);
}
