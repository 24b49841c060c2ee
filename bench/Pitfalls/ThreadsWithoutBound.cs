using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Measurement.Pitfalls;
using Bench.Results;
using Bench.Workloads;

namespace Bench.Pitfalls;

/// <summary>
/// A new thread for each request, however many there are. At the limit no thread can be created any more and requests fail:
/// here a limit of our own, so that the machine survives it.
/// </summary>
[Variant("exhaustion", Presets.None)]
[Pitfall(
    "resource exhaustion: a thread per request without a bound",
    "threads",
    DetectorId.Threads,
    Wrong = "Every request is admitted and gets a thread of its own; nothing bounds how many are in work.",
    Seen = "Threads of the process (ps -o nlwp) and working set climb with the load and with the backend's latency; then OutOfMemoryException from Thread.Start at the limit of the container (pids.max) or of the system, and every request fails at once.",
    Mend = "A bound on what is in work (a pool, a semaphore) and on what waits (a bounded queue), and refuse beyond it at once: callers retry, and the service stays up."
)]
public class ThreadsWithoutBound : Workloads.Inventory
{
    /// <summary>Stands for the limit of the system: Thread.Start then throws OutOfMemoryException.</summary>
    private const int MostThreads = 800;
    private CountdownEvent _running = null!;

    protected override IEnumerable<Configuration<InventoryParameters>> Configurations =>
        [
            new(
                Presets.Smoke,
                new()
                {
                    Users = 1_500,
                    ThinkMilliseconds = 300,
                    BackendMilliseconds = 500,
                    ConcurrencyLimit = 100,
                    QueueBound = 100,
                    WarmUpMilliseconds = 800,
                    MeasuredMilliseconds = 700,
                }
            ),
        ];

    public override TimeSpan Limit => TimeSpan.FromSeconds(15);

    protected override void Open() => _running = new(initialCount: 1);

    protected override bool TryAdmit(Call<InventoryRequest, InventoryReply> call)
    {
        if (!TryStart(call))
        {
            call.Fail();
        }

        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
    }

    private bool TryStart(Call<InventoryRequest, InventoryReply> call)
    {
        if (_running.CurrentCount > MostThreads)
        {
            return false;
        }

        _running.AddCount();
        try
        {
            new Thread(() => Handle(call)).Start();
            return true;
        }
        catch (OutOfMemoryException)
        {
            _running.Signal();
            return false;
        }
    }

    private void Handle(Call<InventoryRequest, InventoryReply> call)
    {
        using (Units.Enter())
        {
            if (call.IsCancelled)
            {
                call.Abandon();
            }
            else
            {
                Backend.Call(call.Request);
                call.Complete(Reply(call.Request));
            }
        }

        _running.Signal();
    }

    private InventoryReply Reply(InventoryRequest request)
    {
        var product = Products[request.Product];
        lock (product)
        {
            return product.Apply(request);
        }
    }
}
