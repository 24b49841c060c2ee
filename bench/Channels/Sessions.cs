using System.Threading.Channels;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Channels;

using PageCall = Call<PageRequest, Page>;

/// <summary>
/// Workers, as many as there may be backend calls at once, take fetches from a channel and hand the answers to an
/// assembler, the only one to keep count of what a page still misses; it sends the parts that may be fetched next.
/// </summary>
public class Sessions : Workloads.Sessions
{
    private Channel<Fetch> _fetches = null!;
    private Channel<Fetch> _fetched = null!;
    private Task[] _workers = [];
    private Task _assembler = Task.CompletedTask;
    private CountdownEvent _running = null!;

    protected override void Open()
    {
        _running = new(initialCount: 1);
        _fetches = Channel.CreateUnbounded<Fetch>();
        _fetched = Channel.CreateUnbounded<Fetch>(new() { SingleReader = true });
        _workers = [.. Enumerable.Range(0, Parameters.BackendLimit).Select(_ => Task.Run(FetchAsync))];
        _assembler = Task.Run(AssembleAsync);
    }

    // The bound is one of pages, so the channel of their fetches may be unbounded.
    protected override bool TryAdmit(PageCall call)
    {
        if (_running.CurrentCount > Parameters.PageBound)
        {
            return false;
        }

        _running.AddCount();
        return _fetches.Writer.TryWrite(new(call, NewPage(call.Request), PagePlan.First));
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _fetches.Writer.Complete();
        Task.WaitAll(_workers);
        _fetched.Writer.Complete();
        _assembler.Wait();
    }

    private async Task FetchAsync()
    {
        using var unit = Units.Enter();
        try
        {
            // ReadAllAsync would wake every waiting worker for each fetch.
            while (true)
            {
                var fetch = await _fetches.Reader.ReadAsync();
                if (!fetch.Call.IsCancelled)
                {
                    await Backend.CallAsync(fetch.Page.Begin(fetch.Part));
                    fetch.Page.End(fetch.Part);
                }

                _fetched.Writer.TryWrite(fetch);
            }
        }
        catch (ChannelClosedException) { }
    }

    private async Task AssembleAsync()
    {
        using var unit = Units.Enter();
        await foreach (var (call, page, part) in _fetched.Reader.ReadAllAsync())
        {
            foreach (var next in page.ReadyAfter(part))
            {
                _fetches.Writer.TryWrite(new(call, page, next));
            }

            if (part == page.Last)
            {
                Answer(call, page);
                _running.Signal();
            }
        }
    }

    private readonly record struct Fetch(PageCall Call, Page Page, int Part);
}
