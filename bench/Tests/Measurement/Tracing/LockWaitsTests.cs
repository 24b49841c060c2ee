using Bench.Measurement.Tracing;
using Xunit;

namespace Bench.Tests.Measurement.Tracing;

/// <summary>The runtime tells how long threads waited for a lock. Other tests' waits may be among them, so only lower bounds are asked for.</summary>
public sealed class LockWaitsTests
{
    private static readonly TimeSpan s_held = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void A_wait_for_a_lock_that_is_held_for_a_known_time_is_seen()
    {
        using var waits = new LockWaits();
        waits.Open();
        WaitForALock();
        waits.Close();

        var (seconds, count) = waits.Total();
        Assert.True(count >= 1);
        Assert.True(seconds >= 0.9 * s_held.TotalSeconds, $"{seconds} s seen");
    }

    [Fact]
    public void Nothing_counts_that_ended_outside_the_window()
    {
        using var waits = new LockWaits();
        WaitForALock();
        waits.Open();
        waits.Close();
        WaitForALock();

        Assert.True(waits.Total().Seconds < 0.5 * s_held.TotalSeconds);
    }

    private static void WaitForALock()
    {
        var gate = new object();
        Thread waiter;
        lock (gate)
        {
            waiter = new Thread(() =>
            {
                lock (gate) { }
            });
            waiter.Start();
            SpinWait.SpinUntil(() => waiter.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
            Thread.Sleep(s_held);
        }

        waiter.Join();
    }
}
