using System.Threading.Tasks.Dataflow;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>A block holds as many pages as there may be and works on as many as there may be backend calls, each part after part.</summary>
[Variant("sequential", Presets.Standard | Presets.Full)]
public class SessionsSequential : Workloads.Sessions
{
    private ActionBlock<Call<PageRequest, Page>> _pages = null!;
    private Task _ended = Task.CompletedTask;

    protected override void Open()
    {
        _pages = new(
            ServeAsync,
            new() { MaxDegreeOfParallelism = Parameters.BackendLimit, BoundedCapacity = Parameters.PageBound }
        );
        _ended = Units.CountAsync(_pages);
    }

    protected override bool TryAdmit(Call<PageRequest, Page> call) => _pages.Post(call);

    protected override void Close()
    {
        _pages.Complete();
        _ended.Wait();
    }

    private async Task ServeAsync(Call<PageRequest, Page> call)
    {
        var page = NewPage(call.Request);
        for (var part = 0; part < page.Parts && !call.IsCancelled; part++)
        {
            await Backend.CallAsync(page.Begin(part));
            page.End(part);
        }

        Answer(call, page);
    }
}
