using System.Runtime.InteropServices;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>A task per caller; all share one dictionary behind one lock, which is never held across an await.</summary>
[Variant("mutex", Presets.Standard | Presets.Full)]
public class SharedmapMutex : Workloads.Sharedmap
{
    private const int OperationsInARow = 10_000;
    private readonly Lock _lock = new();
    private Dictionary<int, long> _counts = [];
    private TaskCompletionSource _signal = new();
    private Task[] _tasks = [];

    protected override IReadOnlyDictionary<int, long> Counts => _counts;

    protected override void Open()
    {
        _counts = [];
        _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _tasks = [.. Callers.Select(caller => Task.Run(() => CallAsync(caller)))];
    }

    protected override void CallAll()
    {
        _signal.SetResult();
        Task.WaitAll(_tasks);
    }

    private async Task CallAsync(MapCaller caller)
    {
        using var unit = Units.Enter();
        await _signal.Task;
        while (caller.TryNext(out var operation))
        {
            caller.Take(Do(operation));

            // Nothing here ever waits: without a break the first tasks would keep the pool to themselves.
            if (caller.Done % OperationsInARow == 0)
            {
                await Task.Yield();
            }
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
