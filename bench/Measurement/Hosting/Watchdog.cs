using System.Diagnostics;
using System.Globalization;

namespace Bench.Measurement.Hosting;

/// <summary>
/// A dedicated thread that ends the process when a case takes longer than its limit: a starved ThreadPool or a
/// deadlock cannot stop it. It says what it saw before it ends the process.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    /// <summary>Exit code of a process that its watchdog ended.</summary>
    public const int ExitCode = 75;

    private static readonly TimeSpan s_glance = TimeSpan.FromSeconds(0.5);
    private readonly ManualResetEventSlim _finished = new();

    private Thread? _thread;

    private Watchdog() { }

    /// <param name="limit">Time that the case may take.</param>
    /// <param name="runner">The process that waits for the sample; when it has gone, this one ends too.</param>
    /// <param name="report">Told what was seen, before the process ends.</param>
    public static Watchdog Start(TimeSpan limit, Runner runner, Action<string> report)
    {
        var watchdog = new Watchdog();
        watchdog._thread = new Thread(() =>
        {
            var started = Stopwatch.GetTimestamp();
            while (!watchdog._finished.Wait(s_glance))
            {
                if (Stopwatch.GetElapsedTime(started) > limit)
                {
                    report(Facts(limit));
                    Environment.Exit(ExitCode);
                }

                if (runner.HasGone)
                {
                    Environment.Exit(ExitCode);
                }
            }
        })
        {
            Name = "watchdog",
            IsBackground = true,
        };
        watchdog._thread.Start();
        return watchdog;
    }

    public void Dispose()
    {
        _finished.Set();
        _thread?.Join();
        _finished.Dispose();
    }

    private static string Facts(TimeSpan limit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"no end after {limit.TotalSeconds:0.#} s; ThreadPool: {ThreadPool.ThreadCount} threads, {ThreadPool.PendingWorkItemCount} work items waiting, {ThreadPool.CompletedWorkItemCount} done; processor {Environment.CpuUsage.TotalTime.TotalSeconds:0.##} s used"
        );
}
