using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>A task per caller; all share one ConcurrentDictionary.</summary>
public class Sharedmap : Workloads.Sharedmap
{
    private const int OperationsInARow = 10_000;
    private ConcurrentDictionary<int, long> _counts = [];
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
            caller.Take(operation.IsRead ? operation.Sum(_counts) : CountUp(operation.Key));

            // Nothing here ever waits: without a break the first tasks would keep the pool to themselves.
            if (caller.Done % OperationsInARow == 0)
            {
                await Task.Yield();
            }
        }
    }

    private long CountUp(int key) => _counts.AddOrUpdate(key, 1, (_, count) => count + 1);
}
