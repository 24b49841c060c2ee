using System.Runtime.InteropServices;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread per caller; all share one dictionary behind a lock that lets readers in together.</summary>
[Variant("reader-writer", Presets.Smoke | Presets.Quick | Presets.Standard | Presets.Full)]
public class SharedmapReaderWriter : Workloads.Sharedmap
{
    private readonly ReaderWriterLockSlim _lock = new();
    private Dictionary<int, long> _counts = [];
    private ManualResetEventSlim _signal = null!;
    private List<Thread> _threads = [];

    protected override IReadOnlyDictionary<int, long> Counts => _counts;

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
            caller.Take(operation.IsRead ? Read(operation) : CountUp(operation.Key));
        }
    }

    private long Read(MapOperation operation)
    {
        _lock.EnterReadLock();
        try
        {
            return operation.Sum(_counts);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    private long CountUp(int key)
    {
        _lock.EnterWriteLock();
        try
        {
            return ++CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
