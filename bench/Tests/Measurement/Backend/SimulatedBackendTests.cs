using System.Diagnostics;
using Bench.Measurement.Backend;
using Xunit;

namespace Bench.Tests.Measurement.Backend;

/// <summary>The device in real time: only bounds that no busy machine can break.</summary>
public sealed class SimulatedBackendTests
{
    private static readonly TimeSpan s_service = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    [Fact]
    public void The_blocking_face_answers_no_earlier_than_the_service_time()
    {
        using var backend = new SimulatedBackend();
        var started = Stopwatch.GetTimestamp();

        backend.Call(s_service);

        Assert.InRange(Stopwatch.GetElapsedTime(started), s_service, s_bound);
    }

    [Fact]
    public async Task The_asynchronous_face_answers_no_earlier_than_the_service_time()
    {
        using var backend = new SimulatedBackend();
        var started = Stopwatch.GetTimestamp();

        await backend.CallAsync(s_service);

        Assert.InRange(Stopwatch.GetElapsedTime(started), s_service, s_bound);
    }

    [Fact]
    public async Task Calls_beyond_the_capacity_wait_their_turn()
    {
        using var backend = new SimulatedBackend(capacity: 2);
        var started = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => backend.CallAsync(s_service).AsTask()));

        Assert.InRange(Stopwatch.GetElapsedTime(started), 3 * s_service, s_bound);
    }

    [Fact]
    public async Task Both_faces_answer_every_call_under_concurrent_use()
    {
        using var backend = new SimulatedBackend();
        var answered = 0;
        async Task CallOftenAsync()
        {
            for (var i = 0; i < 200; i++)
            {
                await backend.CallAsync(TimeSpan.FromMicroseconds(i % 5 * 100));
                Interlocked.Increment(ref answered);
            }
        }

        var threads = Enumerable
            .Range(0, 8)
            .Select(_ => new Thread(() =>
            {
                for (var i = 0; i < 200; i++)
                {
                    backend.Call(TimeSpan.FromMicroseconds(i % 7 * 100));
                    Interlocked.Increment(ref answered);
                }
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CallOftenAsync()))
            .WaitAsync(s_bound, TestContext.Current.CancellationToken);

        Assert.All(threads, thread => Assert.True(thread.Join(s_bound)));
        Assert.Equal(58 * 200, answered);
    }

    [Fact]
    public async Task No_call_is_lost_when_it_arrives_as_the_device_falls_idle()
    {
        using var backend = new SimulatedBackend();
        for (var i = 0; i < 5_000; i++)
        {
            await backend
                .CallAsync(TimeSpan.Zero)
                .AsTask()
                .WaitAsync(s_bound, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Calls_are_counted_and_those_that_hold_their_thread_among_them()
    {
        using var backend = new SimulatedBackend();
        var thread = new Thread(() =>
        {
            backend.Call(TimeSpan.Zero);
            backend.Call(TimeSpan.Zero);
        });
        thread.Start();
        Assert.True(thread.Join(s_bound));
        await backend.CallAsync(TimeSpan.Zero);

        Assert.Equal((3L, 2L), (backend.Calls, backend.BlockingCalls));
    }

    [Fact]
    public void An_idle_device_can_be_disposed()
    {
        var backend = new SimulatedBackend();
        backend.Call(TimeSpan.Zero);

        backend.Dispose();
    }

    [Fact]
    public void A_capacity_of_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedBackend(capacity: 0));
}
