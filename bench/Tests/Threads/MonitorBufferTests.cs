using Bench.Threads;
using Xunit;

namespace Bench.Tests.Threads;

public sealed class MonitorBufferTests
{
    private static readonly TimeSpan s_longEnough = TimeSpan.FromSeconds(20);

    [Fact]
    public void What_was_added_before_completion_can_still_be_taken()
    {
        var buffer = new MonitorBuffer<int>(capacity: 2);
        buffer.Add(1);
        buffer.Complete();

        Assert.True(buffer.TryTake(out var first));
        Assert.Equal(1, first);
        Assert.False(buffer.TryTake(out _));
    }

    [Fact]
    public void A_producer_waits_until_there_is_room()
    {
        var buffer = new MonitorBuffer<int>(capacity: 1);
        buffer.Add(1);
        var producer = new Thread(() => buffer.Add(2));
        producer.Start();

        Assert.False(producer.Join(50));
        Assert.True(buffer.TryTake(out _));
        Assert.True(producer.Join(s_longEnough));
        Assert.True(buffer.TryTake(out var second));
        Assert.Equal(2, second);
    }

    [Theory]
    [InlineData(1, 4, 4)]
    [InlineData(3, 4, 4)]
    [InlineData(1, 1, 4)]
    [InlineData(1, 4, 1)]
    [InlineData(int.MaxValue, 2, 2)]
    public void Nobody_waits_for_ever_and_nothing_is_lost(int capacity, int producers, int consumers)
    {
        const int Each = 5_000;
        var buffer = new MonitorBuffer<int>(capacity);
        long sum = 0;
        var producing = Threads(
            producers,
            () =>
            {
                for (var item = 1; item <= Each; item++)
                {
                    buffer.Add(item);
                }
            }
        );
        var consuming = Threads(
            consumers,
            () =>
            {
                while (buffer.TryTake(out var item))
                {
                    Interlocked.Add(ref sum, item);
                }
            }
        );

        Assert.All(producing, thread => Assert.True(thread.Join(s_longEnough)));
        buffer.Complete();
        Assert.All(consuming, thread => Assert.True(thread.Join(s_longEnough)));
        Assert.Equal((long)producers * Each * (Each + 1) / 2, sum);
    }

    private static List<Thread> Threads(int count, Action body)
    {
        List<Thread> threads =
        [
            .. Enumerable.Range(0, count).Select(_ => new Thread(() => body()) { IsBackground = true }),
        ];
        threads.ForEach(thread => thread.Start());
        return threads;
    }
}
