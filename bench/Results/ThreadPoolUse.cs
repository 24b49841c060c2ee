namespace Bench.Results;

/// <summary>What the ThreadPool looked like in the measured window, seen every 20 ms.</summary>
public sealed record ThreadPoolUse
{
    /// <summary>Most worker threads at once: <c>dotnet.thread_pool.thread.count</c>.</summary>
    public int ThreadsPeak { get; init; }

    /// <summary>Most work items waiting for a thread: <c>dotnet.thread_pool.queue.length</c>.</summary>
    public long QueuePeak { get; init; }
}
