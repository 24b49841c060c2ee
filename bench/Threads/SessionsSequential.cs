using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A fixed pool of threads; each takes a page and fetches its parts one after the other.</summary>
[Variant("sequential", Presets.Smoke | Presets.Quick | Presets.Standard | Presets.Full)]
public class SessionsSequential : Workloads.Sessions
{
    private BoundedQueue<Call<PageRequest, Page>> _calls = null!;
    private List<Thread> _pool = [];
    private CountdownEvent _running = null!;

    protected override void Open()
    {
        _running = new(initialCount: 1);
        _calls = new(Parameters.PageBound);
        _pool = [.. Enumerable.Range(0, Parameters.BackendLimit).Select(_ => new Thread(Serve))];
        _pool.ForEach(thread => thread.Start());
    }

    protected override bool TryAdmit(Call<PageRequest, Page> call)
    {
        if (_running.CurrentCount > Parameters.PageBound)
        {
            return false;
        }

        _running.AddCount();
        return _calls.TryAdd(call);
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _calls.Complete();
        _pool.ForEach(thread => thread.Join());
    }

    private void Serve()
    {
        using var unit = Units.Enter();
        while (_calls.TryTake(out var call))
        {
            Handle(call);
        }
    }

    private void Handle(Call<PageRequest, Page> call)
    {
        var page = NewPage(call.Request);
        for (var part = 0; part < page.Parts && !call.IsCancelled; part++)
        {
            Backend.Call(page.Begin(part));
            page.End(part);
        }

        Answer(call, page);
        _running.Signal();
    }
}
