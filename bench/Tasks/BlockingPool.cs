using Bench.Measurement.Recording;

namespace Bench.Tasks;

/// <summary>
/// Threads kept for calls that block, so that they take none from the ThreadPool, which adds threads only slowly: whoever has such a
/// call awaits it.
/// </summary>
internal sealed class BlockingPool
{
    private readonly Queue<Task> _waiting = new();
    private readonly List<Thread> _threads;
    private readonly UnitCounter _units;
    private bool _complete;

    /// <param name="threads">How many.</param>
    /// <param name="units">Counts them.</param>
    public BlockingPool(int threads, UnitCounter units)
    {
        _units = units;
        _threads = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Serve))];
        _threads.ForEach(thread => thread.Start());
    }

    /// <summary>Completes, on the ThreadPool, when one of the threads has run <paramref name="call"/>.</summary>
    public Task RunAsync(Action call)
    {
        var task = new Task(call, TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
        {
            _waiting.Enqueue(task);
            Monitor.Pulse(_waiting);
        }

        return task;
    }

    /// <summary>No call comes any more: ends the threads and waits for them.</summary>
    public void Close()
    {
        lock (_waiting)
        {
            _complete = true;
            Monitor.PulseAll(_waiting);
        }

        _threads.ForEach(thread => thread.Join());
    }

    private void Serve()
    {
        using var unit = _units.Enter();
        while (Take() is { } task)
        {
            task.RunSynchronously(TaskScheduler.Default);
        }
    }

    private Task? Take()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_complete)
            {
                Monitor.Wait(_waiting);
            }

            return _waiting.TryDequeue(out var task) ? task : null;
        }
    }
}
