using Bench.Measurement.Load;
using Xunit;

namespace Bench.Tests.Measurement.Load;

public sealed class LoadGeneratorTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void A_constant_open_loop_achieves_what_it_offers(int rate)
    {
        var load = new VirtualLoad { WarmUp = s_second, End = 11 * s_second };
        var service = new SimulatedService(load.Clock, 5 * VirtualLoad.Millisecond);

        var tally = load.Run(
            new OpenLoop(0, Profile.Constant(rate), ArrivalProcess.Constant, seed: 1),
            service.Admit
        );

        Assert.Equal(rate * 10, tally.Operations.Intended);
        Assert.Equal(rate * 10, tally.EndedInWindow);
        Assert.Equal(rate * 10, tally.CompletedInWindow);
    }

    [Fact]
    public void Operations_of_the_warm_up_count_as_ended_in_the_window_but_not_as_intended()
    {
        var load = new VirtualLoad { WarmUp = s_second, End = 2 * s_second };
        var service = new SimulatedService(load.Clock, 250 * VirtualLoad.Millisecond);

        var tally = load.Run(Constant(100), service.Admit);

        Assert.Equal(100, tally.Operations.Intended);
        Assert.Equal(100, tally.Operations.Completed);
        Assert.Equal(100, tally.EndedInWindow);
        Assert.Equal(100, load.Latencies.TotalCount);
    }

    [Fact]
    public void A_refused_call_is_counted_and_its_user_goes_on()
    {
        var load = new VirtualLoad { End = 100 * s_second };

        var tally = load.Run(new ClosedLoop(0, Profile.Constant(10), s_second, seed: 1), admit: _ => false);

        Assert.Equal(1_000, tally.Operations.Rejected, 100.0);
        Assert.Equal(tally.Operations.Intended, tally.Operations.Rejected);
        Assert.Equal(0, load.Latencies.TotalCount);
        Assert.Equal(0, load.InFlight.Now);
    }

    [Fact]
    public void Failures_are_counted_with_their_latency()
    {
        var load = new VirtualLoad { End = s_second };
        bool Fail(Call<long, bool> call)
        {
            load.Clock.Schedule(call.IntendedAt + VirtualLoad.Millisecond, call.Fail);
            return true;
        }

        var tally = load.Run(Constant(100), Fail);

        Assert.Equal(99, tally.Operations.Failed);
        Assert.Equal(99, load.Latencies.TotalCount);
        Assert.Equal(0, tally.CompletedInWindow);
    }

    [Fact]
    public void A_lost_call_leaves_operations_that_do_not_add_up()
    {
        var load = new VirtualLoad { Grace = s_second };
        bool LoseOne(Call<long, bool> call)
        {
            if (call.Request != 7)
            {
                call.Complete(true);
            }

            return true;
        }

        var tally = load.Run(Constant(100), LoseOne, out var answers);

        Assert.False(tally.Operations.AddUp);
        Assert.Equal(new(Admitted: 99, Answered: 98, AnsweredAgain: 0), answers);
        Assert.Equal(1, load.InFlight.Now);
    }

    [Fact]
    public void Answers_after_the_grace_still_leave_nothing_in_flight()
    {
        var load = new VirtualLoad { Grace = s_second };
        var service = new SimulatedService(load.Clock, 1_900 * VirtualLoad.Millisecond);

        var tally = load.Run(Constant(100), service.Admit);

        Assert.False(tally.Operations.AddUp);
        Assert.Equal(0, load.InFlight.Now);
    }

    [Fact]
    public void An_answer_given_twice_is_noticed_and_counts_once()
    {
        var load = new VirtualLoad();
        bool Twice(Call<long, bool> call)
        {
            call.Complete(true);
            call.Complete(true);
            return true;
        }

        var tally = load.Run(Constant(100), Twice, out var answers);

        Assert.Equal(99, tally.Operations.Completed);
        Assert.Equal(new(Admitted: 99, Answered: 99, AnsweredAgain: 99), answers);
        Assert.Equal(0, load.InFlight.Now);
    }

    [Fact]
    public void A_lane_that_blocks_its_admission_makes_the_generator_late_and_that_is_told()
    {
        var load = new VirtualLoad();
        bool Block(Call<long, bool> call)
        {
            if (call.Request == 50)
            {
                load.Clock.WaitUntil(load.Clock.Now + (200 * VirtualLoad.Millisecond));
            }

            call.Complete(true);
            return true;
        }

        var tally = load.Run(Constant(100), Block);

        Assert.Equal(190e6, tally.Lateness.Max, 1e6);
        Assert.Equal(200e6, load.Latencies.GetValueAtPercentile(100), 1e6);
    }

    [Fact]
    public void It_waits_for_users_who_come_only_at_a_later_rise()
    {
        var load = new VirtualLoad { End = 10 * s_second };
        var service = new SimulatedService(load.Clock, VirtualLoad.Millisecond);

        load.Run(new ClosedLoop(0, Profile.Step(0, 5, 8 * s_second), s_second / 10, seed: 1), service.Admit);

        Assert.Equal(100, load.Ended.Count, 30.0);
        Assert.All(load.Ended, call => Assert.InRange(call.IntendedAt, 8_000_000_000, 10_000_000_000));
    }

    private static OpenLoop Constant(double rate) =>
        new(0, Profile.Constant(rate), ArrivalProcess.Constant, seed: 1);
}
