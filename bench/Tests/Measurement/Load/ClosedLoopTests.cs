using Bench.Measurement.Load;
using Xunit;

namespace Bench.Tests.Measurement.Load;

public sealed class ClosedLoopTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Think_times_are_exponential_with_the_given_mean()
    {
        var users = new ClosedLoop(0, Profile.Constant(1), s_second, seed: 5);
        var thinks = Enumerable
            .Range(0, 200_000)
            .Select(_ =>
            {
                var at = users.NextAt;
                users.Ended(users.Take(), 0);
                return at / 1e9;
            })
            .ToList();

        Assert.Equal(1, thinks.Average(), 0.01);
        Assert.Equal(1, thinks.Average(think => (think - 1) * (think - 1)), 0.03);
    }

    [Fact]
    public void A_user_does_not_call_again_before_the_answer()
    {
        var users = new ClosedLoop(0, Profile.Constant(1), s_second, seed: 5);

        var user = users.Take();

        Assert.Equal(long.MaxValue, users.NextAt);
        users.Ended(user, at: 7_000_000_000);
        Assert.InRange(users.NextAt, 7_000_000_000, long.MaxValue - 1);
    }

    [Theory]
    [InlineData(500, 1_000, 44)]
    [InlineData(50, 20, 1)]
    [InlineData(2_000, 100, 500)]
    public void Throughput_obeys_the_interactive_response_time_law(
        int users,
        int thinkMilliseconds,
        int serviceMilliseconds
    )
    {
        var load = new VirtualLoad { WarmUp = 10 * s_second, End = 110 * s_second };
        var service = new SimulatedService(load.Clock, serviceMilliseconds * VirtualLoad.Millisecond);
        var think = TimeSpan.FromMilliseconds(thinkMilliseconds);

        var tally = load.Run(new ClosedLoop(0, Profile.Constant(users), think, seed: 1), service.Admit);

        var expected = users / (think.TotalSeconds + load.MeanLatencySeconds);
        Assert.Equal(expected, tally.EndedInWindow / 100.0, expected * 0.02);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(20)]
    public void Operations_in_flight_obey_Littles_law_with_and_without_a_queue(int servers)
    {
        var load = new VirtualLoad { WarmUp = 10 * s_second, End = 60 * s_second };
        var service = new SimulatedService(load.Clock, 44 * VirtualLoad.Millisecond, servers);
        var observed = new List<long>();
        for (var at = load.WarmUp; at < load.End; at += TimeSpan.FromMilliseconds(2.1))
        {
            load.Clock.Schedule((long)at.TotalNanoseconds, () => observed.Add(load.InFlight.Now));
        }

        var tally = load.Run(new ClosedLoop(0, Profile.Constant(500), s_second, seed: 1), service.Admit);

        var expected = tally.EndedInWindow / 50.0 * load.MeanLatencySeconds;
        Assert.Equal(expected, observed.Average(), expected * 0.02);
    }

    [Fact]
    public void Users_follow_a_spike_up_and_down()
    {
        var load = new VirtualLoad { End = 30 * s_second };
        var service = new SimulatedService(load.Clock, VirtualLoad.Millisecond);
        var spike = Profile.Spike(100, 1_000, 10 * s_second, 20 * s_second);

        load.Run(new ClosedLoop(0, spike, s_second, seed: 3), service.Admit);

        Assert.Equal(100, UsersWithin(load, 5, 10), 2.0);
        Assert.Equal(1_000, UsersWithin(load, 15, 20), 20.0);
        Assert.InRange(UsersWithin(load, 20, 30), 95, 100);
    }

    [Fact]
    public void Users_called_by_a_spike_shorter_than_their_think_time_do_not_come_after_it()
    {
        var load = new VirtualLoad { End = 10 * s_second };
        var service = new SimulatedService(load.Clock, VirtualLoad.Millisecond);
        var spike = Profile.Spike(1, 1_000, 2 * s_second, 2.1 * s_second);

        load.Run(new ClosedLoop(0, spike, s_second, seed: 3), service.Admit);

        Assert.Equal(1, UsersWithin(load, 2.1, 10), 0.0);
    }

    [Fact]
    public void Users_come_one_by_one_along_a_ramp()
    {
        var load = new VirtualLoad { End = 10 * s_second };
        var service = new SimulatedService(load.Clock, VirtualLoad.Millisecond);
        var ramp = Profile.Ramp(0, 1_000, TimeSpan.Zero, 10 * s_second);

        load.Run(new ClosedLoop(0, ramp, s_second / 10, seed: 3), service.Admit);

        Assert.Equal(475, UsersWithin(load, 4.5, 5), 30.0);
        Assert.Equal(975, UsersWithin(load, 9.5, 10), 30.0);
    }

    private static int UsersWithin(VirtualLoad load, double from, double until) =>
        load
            .Ended.Where(call => call.IntendedAt >= from * 1e9 && call.IntendedAt < until * 1e9)
            .DistinctBy(call => call.Caller)
            .Count();
}
