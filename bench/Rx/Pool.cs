using System.Reactive.Concurrency;

namespace Bench.Rx;

/// <summary>
/// The ThreadPool as a scheduler that hands on one item at a time. Without this, ObserveOn would take a thread of its own from it
/// for each subscription and keep that to the end.
/// </summary>
internal static class Pool
{
    public static IScheduler Scheduler { get; } =
        ThreadPoolScheduler.Instance.DisableOptimizations(typeof(ISchedulerLongRunning));
}
