using Bench.Measurement.Load;
using Xunit;

namespace Bench.Tests.Measurement.Load;

public sealed class DeadlineTests
{
    private const long Deadline = 100 * VirtualLoad.Millisecond;

    [Fact]
    public void A_late_call_is_timed_out_at_exactly_its_deadline()
    {
        var (load, tally) = Run(answerAfter: 3 * Deadline);

        Assert.Equal(9, tally.Operations.TimedOut);
        Assert.Equal(0, tally.Operations.Completed);
        Assert.All(load.Ended, call => Assert.Equal(CallOutcome.TimedOut, call.Outcome));
        Assert.Equal(Deadline, load.Latencies.GetValueAtPercentile(0), Deadline / 1_000.0);
        Assert.Equal(Deadline, load.Latencies.GetValueAtPercentile(100), Deadline / 1_000.0);
    }

    [Fact]
    public void The_cancellation_of_a_late_call_is_signalled_and_that_of_a_timely_one_is_not()
    {
        var (late, _) = Run(answerAfter: Deadline + 1);
        var (timely, _) = Run(answerAfter: Deadline - 1);

        Assert.All(late.Ended, call => Assert.True(call.Cancellation.IsCancellationRequested));
        Assert.All(timely.Ended, call => Assert.False(call.Cancellation.IsCancellationRequested));
    }

    [Fact]
    public async Task A_token_taken_before_the_deadline_is_signalled_when_it_passes()
    {
        var load = new VirtualLoad { Deadline = TimeSpan.FromMilliseconds(100) };
        var cancelled = new List<Task>();
        bool Admit(Call<long, bool> call)
        {
            cancelled.Add(Cancelled(call.Cancellation));
            return true;
        }

        load.Run(new OpenLoop(0, Profile.Constant(10), ArrivalProcess.Constant, seed: 1), Admit);

        await Task.WhenAll(cancelled)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(9, cancelled.Count);
    }

    [Theory]
    [InlineData(Deadline - 1, 9, 0)]
    [InlineData(Deadline, 0, 9)]
    [InlineData(Deadline + 1, 0, 9)]
    public void Only_an_answer_before_the_deadline_completes_a_call(
        long answerAfter,
        int completed,
        int timedOut
    )
    {
        var (_, tally) = Run(answerAfter);

        Assert.Equal(completed, tally.Operations.Completed);
        Assert.Equal(timedOut, tally.Operations.TimedOut);
        Assert.Equal(completed, tally.CompletedInWindow);
        Assert.True(tally.Operations.AddUp);
    }

    [Fact]
    public void A_late_answer_that_the_generator_hears_of_before_the_deadline_passed_for_it_is_late_all_the_same()
    {
        // The answer comes 1 ns after the deadline but the generator, busy in the lane, looks at its clock later.
        var load = new VirtualLoad { Deadline = TimeSpan.FromMilliseconds(100) };
        var waiting = new Queue<Call<long, bool>>();
        bool Admit(Call<long, bool> call)
        {
            waiting.Enqueue(call);
            load.Clock.WaitUntil(call.IntendedAt + Deadline + 1);
            waiting.Dequeue().Complete(true);
            return true;
        }

        var tally = load.Run(new OpenLoop(0, Profile.Constant(5), ArrivalProcess.Constant, seed: 1), Admit);

        Assert.Equal(4, tally.Operations.TimedOut);
        Assert.All(load.Ended, call => Assert.Equal(default, call.Reply));
    }

    [Fact]
    public void Late_answers_are_known_as_answers_of_the_lane()
    {
        var load = new VirtualLoad { Deadline = TimeSpan.FromMilliseconds(100) };
        var service = new SimulatedService(load.Clock, 3 * Deadline);

        load.Run(Arrivals, service.Admit, out var answers);

        Assert.Equal(new(Admitted: 9, Answered: 9, AnsweredAgain: 0), answers);
    }

    private static OpenLoop Arrivals => new(0, Profile.Constant(10), ArrivalProcess.Constant, seed: 1);

    private static (VirtualLoad Load, LoadTally Tally) Run(long answerAfter)
    {
        var load = new VirtualLoad
        {
            End = 1.2 * VirtualLoad.Second,
            Deadline = TimeSpan.FromMilliseconds(100),
        };
        var nine = Profile.Step(10, 0, 0.95 * VirtualLoad.Second);
        var service = new SimulatedService(load.Clock, answerAfter);
        return (load, load.Run(new OpenLoop(0, nine, ArrivalProcess.Constant, seed: 1), service.Admit));
    }

    private static async Task Cancelled(CancellationToken token)
    {
        var source = new TaskCompletionSource();
        await using var registration = token.Register(source.SetResult);
        await source.Task;
    }
}
