using System.Threading.Channels;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>Workers take pages from one channel; each fetches its page's parts one after the other.</summary>
[Variant("sequential", Presets.Standard | Presets.Full)]
public class SessionsSequential : Workloads.Sessions
{
    private Channel<Call<PageRequest, Page>> _calls = null!;
    private Task[] _workers = [];
    private CountdownEvent _running = null!;

    protected override void Open()
    {
        _running = new(initialCount: 1);
        _calls = Channel.CreateUnbounded<Call<PageRequest, Page>>(new() { SingleWriter = true });
        _workers = [.. Enumerable.Range(0, Parameters.BackendLimit).Select(_ => Task.Run(ServeAsync))];
    }

    // The bound is one of pages, waiting or in work, so the channel of those that wait may be unbounded.
    protected override bool TryAdmit(Call<PageRequest, Page> call)
    {
        if (_running.CurrentCount > Parameters.PageBound)
        {
            return false;
        }

        _running.AddCount();
        return _calls.Writer.TryWrite(call);
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _calls.Writer.Complete();
        Task.WaitAll(_workers);
    }

    private async Task ServeAsync()
    {
        using var unit = Units.Enter();
        try
        {
            // ReadAllAsync would wake every waiting worker for each page.
            while (true)
            {
                var call = await _calls.Reader.ReadAsync();
                var page = NewPage(call.Request);
                for (var part = 0; part < page.Parts && !call.IsCancelled; part++)
                {
                    await Backend.CallAsync(page.Begin(part));
                    page.End(part);
                }

                Answer(call, page);
                _running.Signal();
            }
        }
        catch (ChannelClosedException) { }
    }
}
