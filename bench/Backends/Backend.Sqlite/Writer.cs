using System.Collections.Concurrent;

namespace Bench.Backend.Sqlite;

/// <summary>
/// One write at a time. A caller that may block writes on its own thread when its turn comes; for one that must not there is a thread
/// that does it. Without this, writers would find the file locked, and the driver tries again after 150 ms.
/// </summary>
internal sealed class Writer : IDisposable
{
    private readonly Lock _turn = new();
    private readonly BlockingCollection<Task> _waiting = [];
    private readonly Thread _thread;

    public Writer()
    {
        _thread = new(Serve) { Name = "sqlite writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Writes on this thread.</summary>
    public void Run(Action write)
    {
        lock (_turn)
        {
            write();
        }
    }

    /// <summary>Completes, on the ThreadPool, when the thread has written.</summary>
    public Task RunAsync(Action write)
    {
        var task = new Task(write, TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add(task);
        return task;
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        _waiting.Dispose();
    }

    private void Serve()
    {
        foreach (var task in _waiting.GetConsumingEnumerable())
        {
            lock (_turn)
            {
                task.RunSynchronously(TaskScheduler.Default);
            }
        }
    }
}
