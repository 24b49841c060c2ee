using Bench.Measurement.Hosting;
using Bench.Measurement.Pitfalls;
using Bench.Results;
using Bench.Workloads;

namespace Bench.Pitfalls;

/// <summary>
/// A thread per caller; all share one dictionary without a lock. Two that count the same key up at once both write what
/// they read plus one; two that add keys at once tear the buckets.
/// </summary>
[Variant("race", Presets.None)]
[Pitfall(
    "improper synchronisation: a shared map without a lock",
    "threads",
    DetectorId.Invariant,
    DetectorId.Crash,
    DetectorId.Hang,
    Wrong = "Threads read and write one Dictionary at once; reading a count and writing the next is two steps.",
    Seen = "Totals that do not add up; now and then InvalidOperationException (non-concurrent collections must have exclusive access), IndexOutOfRangeException or NullReferenceException out of Dictionary; no lock contention (dotnet.monitor.lock_contentions), because there is no lock. Never the same twice.",
    Mend = "One lock around both steps, ConcurrentDictionary.AddOrUpdate, or an owner (a channel's reader, an actor) that alone touches the map."
)]
public class UnsynchronisedMap : Workloads.Sharedmap
{
    private Dictionary<int, long> _counts = [];
    private ManualResetEventSlim _signal = null!;
    private List<Thread> _threads = [];

    protected override IReadOnlyDictionary<int, long> Counts => _counts;

    protected override IEnumerable<Configuration<SharedmapParameters>> Configurations =>
        [new(Presets.Smoke, new() { ReadsPerThousand = 500, CallMilliseconds = 100 })];

    // A torn bucket may make a look-up go round for ever.
    public override TimeSpan Limit => TimeSpan.FromSeconds(8);

    protected override void Open()
    {
        _counts = [];
        _signal = new();
        _threads = [.. Callers.Select(caller => new Thread(() => Call(caller)))];
        _threads.ForEach(thread => thread.Start());
    }

    protected override void CallAll()
    {
        _signal.Set();
        _threads.ForEach(thread => thread.Join());
    }

    private void Call(MapCaller caller)
    {
        using var unit = Units.Enter();
        _signal.Wait();
        while (caller.TryNext(out var operation))
        {
            caller.Take(Do(operation));
        }
    }

    private long Do(MapOperation operation) =>
        operation.IsRead
            ? operation.Sum(_counts)
            : _counts[operation.Key] = _counts.GetValueOrDefault(operation.Key) + 1;
}
