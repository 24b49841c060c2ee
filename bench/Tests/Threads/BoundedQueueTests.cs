using Bench.Threads;
using Xunit;

namespace Bench.Tests.Threads;

public sealed class BoundedQueueTests
{
    private static readonly TimeSpan s_longEnough = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_full_queue_refuses_and_an_emptied_one_accepts_again()
    {
        var queue = new BoundedQueue<int>(capacity: 1);

        Assert.True(queue.TryAdd(1));
        Assert.False(queue.TryAdd(2));
        Assert.True(queue.TryTake(out var first));
        Assert.Equal(1, first);
        Assert.True(queue.TryAdd(3));
    }

    [Fact]
    public void What_was_added_before_completion_can_still_be_taken()
    {
        var queue = new BoundedQueue<int>(capacity: 2);
        Assert.True(queue.TryAdd(1));
        queue.Complete();

        Assert.True(queue.TryTake(out _));
        Assert.False(queue.TryTake(out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Nobody_waits_for_ever_and_nothing_is_lost(int capacity)
    {
        const int Each = 5_000;
        var queue = new BoundedQueue<int>(capacity);
        var sums = new long[4];
        var consumers = Start(
            sums.Length,
            index =>
            {
                while (queue.TryTake(out var item))
                {
                    sums[index] += item;
                }
            }
        );
        var producers = Start(
            4,
            _ =>
            {
                for (var item = 1; item <= Each; item++)
                {
                    while (!queue.TryAdd(item))
                    {
                        Thread.Yield();
                    }
                }
            }
        );

        Assert.All(producers, thread => Assert.True(thread.Join(s_longEnough)));
        queue.Complete();
        Assert.All(consumers, thread => Assert.True(thread.Join(s_longEnough)));
        Assert.Equal(4L * Each * (Each + 1) / 2, sums.Sum());
    }

    private static List<Thread> Start(int count, Action<int> body)
    {
        var threads = Enumerable
            .Range(0, count)
            .Select(index => new Thread(() => body(index)) { IsBackground = true })
            .ToList();
        threads.ForEach(thread => thread.Start());
        return threads;
    }
}
