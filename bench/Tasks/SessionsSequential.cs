using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>A task per page, which awaits one part after the other; a semaphore limits backend calls.</summary>
[Variant("sequential", Presets.Standard | Presets.Full)]
public class SessionsSequential : Workloads.Sessions
{
    private SemaphoreSlim _limit = null!;
    private CountdownEvent _running = null!;

    protected override void Open()
    {
        _limit = new(Parameters.BackendLimit);
        _running = new(initialCount: 1);
    }

    protected override bool TryAdmit(Call<PageRequest, Page> call)
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

    private async Task HandleAsync(Call<PageRequest, Page> call)
    {
        using (Units.Enter())
        {
            var page = NewPage(call.Request);
            for (var part = 0; part < page.Parts && !call.IsCancelled; part++)
            {
                await _limit.WaitAsync();
                await Backend.CallAsync(page.Begin(part));
                page.End(part);
                _limit.Release();
            }

            Answer(call, page);
        }

        _running.Signal();
    }
}
