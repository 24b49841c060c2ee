using Bench.Threads;
using Xunit;

namespace Bench.Tests.Threads;

public sealed class LatchTests
{
    private static readonly TimeSpan s_longEnough = TimeSpan.FromSeconds(20);

    [Fact]
    public void Nobody_waits_for_nothing()
    {
        var waiting = new Thread(new Latch(0).Wait) { IsBackground = true };
        waiting.Start();

        Assert.True(waiting.Join(s_longEnough));
    }

    [Fact]
    public void Who_waits_goes_on_when_all_have_told_and_not_before()
    {
        for (var round = 0; round < 200; round++)
        {
            var (latch, told, toldBefore) = (new Latch(3), 0, 0);
            var waiting = new Thread(() =>
            {
                latch.Wait();
                toldBefore = Volatile.Read(ref told);
            })
            {
                IsBackground = true,
            };
            waiting.Start();
            for (var thread = 0; thread < 3; thread++)
            {
                ThreadPool.QueueUserWorkItem(_ =>
                {
                    Interlocked.Increment(ref told);
                    latch.Signal();
                });
            }

            Assert.True(waiting.Join(s_longEnough));
            Assert.Equal(3, toldBefore);
        }
    }
}
