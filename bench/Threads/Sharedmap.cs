using System.Runtime.InteropServices;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread per caller; all share one dictionary behind one lock.</summary>
public class Sharedmap : Workloads.Sharedmap
{
    private readonly Lock _lock = new();
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
            caller.Take(Do(operation));
        }
    }

    private long Do(MapOperation operation)
    {
        lock (_lock)
        {
            return operation.IsRead
                ? operation.Sum(_counts)
                : ++CollectionsMarshal.GetValueRefOrAddDefault(_counts, operation.Key, out _);
        }
    }
}
