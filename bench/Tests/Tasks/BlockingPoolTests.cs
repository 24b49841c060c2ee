using Bench.Measurement.Recording;
using Bench.Tasks;
using Xunit;

namespace Bench.Tests.Tasks;

public sealed class BlockingPoolTests
{
    private static readonly TimeSpan s_longEnough = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Calls_run_on_its_threads_as_many_at_once_as_it_has_and_who_awaits_goes_on_elsewhere()
    {
        var units = new UnitCounter();
        var pool = new BlockingPool(3, units);
        var (running, most, done) = (0, 0, 0);
        var gate = new Lock();
        async Task CallAsync()
        {
            await pool.RunAsync(() =>
            {
                Assert.False(Thread.CurrentThread.IsThreadPoolThread);
                lock (gate)
                {
                    most = Math.Max(most, ++running);
                }

                Thread.Sleep(1);
                lock (gate)
                {
                    running--;
                }
            });
            Assert.True(Thread.CurrentThread.IsThreadPoolThread);
            Interlocked.Increment(ref done);
        }

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(CallAsync)))
            .WaitAsync(s_longEnough, TestContext.Current.CancellationToken);
        pool.Close();

        Assert.Equal(100, done);
        Assert.Equal((0L, 3L), (units.Alive, units.Created));
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task What_a_call_throws_is_thrown_to_who_awaits_it_and_the_thread_lives_on()
    {
        var pool = new BlockingPool(1, new UnitCounter());

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            pool.RunAsync(() => throw new InvalidOperationException())
        );
        await pool.RunAsync(() => { }).WaitAsync(s_longEnough, TestContext.Current.CancellationToken);
        pool.Close();
    }
}
