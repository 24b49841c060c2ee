using Bench.Measurement.Backend;
using Bench.Measurement.Load;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

/// <summary>What is drawn for a scenario, against results that are known exactly.</summary>
public sealed class ScenarioPlanTests
{
    private const int Requests = 200_000;
    private const int Queued = 1_000_000;
    private static readonly ScenarioParameters s_mix = new()
    {
        Calls = 3,
        Service = ServiceDistribution.Exponential,
        ServiceMeanMicroseconds = 4_000,
        FailuresPerThousand = 200,
        Retries = 2,
        BlockingPercent = 30,
        Keys = 4,
        KeyChoice = KeyChoice.Skewed,
    };

    /// <summary>Erlang's C formula. Requests that wait for one of c servers, each of which takes an exponential time.</summary>
    [Theory]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    [InlineData(1, 200)]
    [InlineData(4, 850)]
    [InlineData(16, 3_600)]
    public void Requests_at_a_backend_with_a_capacity_wait_as_in_an_M_M_c_queue(
        int servers,
        int ratePerSecond
    )
    {
        var plan = new ScenarioPlan(2026, s_mix);
        var schedule = new ServiceSchedule(servers);
        var arrivals = new OpenLoop(0, Profile.Constant(ratePerSecond), ArrivalProcess.Poisson, seed: 2026);
        var seconds = 0.0;
        for (var number = 0; number < Queued; number++)
        {
            var at = arrivals.NextAt;
            arrivals.Take();
            var service = plan.Try(number, 0, 0).ServiceTime;
            seconds += (schedule.End(at, (long)service.TotalNanoseconds) - at) / 1e9;
        }

        var expected = MeanSeconds(servers, ratePerSecond, 0.004);
        FigureLine.Write(
            $"mean time at a backend of {servers} servers, Poisson and exponential, over Erlang's",
            "within 2 %",
            $"{(seconds / Queued / expected) - 1:+0.0 %;-0.0 %}"
        );
        Assert.Equal(expected, seconds / Queued, expected * 0.02);
    }

    /// <summary>The longest of three exponential times is 1 + 1/2 + 1/3 means long.</summary>
    [Fact]
    public void Calls_at_once_take_as_long_as_the_longest_of_them()
    {
        var plan = new ScenarioPlan(7, s_mix);

        var mean = Enumerable
            .Range(0, Requests)
            .Average(number =>
                Enumerable.Range(0, 3).Max(call => plan.Try(number, call, 0).ServiceTime.TotalMilliseconds)
            );

        Assert.Equal(4 * (1 + (1 / 2.0) + (1 / 3.0)), mean, 0.05);
    }

    [Fact]
    public void Tries_keys_and_blocking_requests_have_their_shares()
    {
        var plan = new ScenarioPlan(7, s_mix);
        var calls = Enumerable.Range(0, Requests).Select(number => plan.Call(number, 1)).ToList();
        var requests = Enumerable.Range(0, Requests).Select(number => plan.Of(number)).ToList();

        Assert.Equal(1 + 0.2 + 0.04, calls.Average(call => call.Tries), 0.005);
        Assert.Equal(0.008, calls.Average(call => call.Fails ? 1 : 0), 0.001);
        Assert.Equal(0.3, requests.Average(request => request.IsBlocking ? 1 : 0), 0.005);

        // Zipf: 1, 1/2, 1/3 and 1/4 of 25/12.
        Assert.Equal(12 / 25.0, requests.Average(request => request.Key == 0 ? 1 : 0), 0.005);
        Assert.Equal(3 / 25.0, requests.Average(request => request.Key == 3 ? 1 : 0), 0.005);
    }

    [Fact]
    public void What_is_drawn_depends_on_the_seed_and_on_nothing_else()
    {
        var (plan, same, other) = (
            new ScenarioPlan(7, s_mix),
            new ScenarioPlan(7, s_mix),
            new ScenarioPlan(8, s_mix)
        );

        Assert.Equal(plan.Try(5, 1, 2), same.Try(5, 1, 2));
        Assert.NotEqual(plan.Try(5, 1, 2), other.Try(5, 1, 2));
        Assert.NotEqual(plan.Try(5, 1, 2).ServiceTime, plan.Try(5, 2, 1).ServiceTime);
        Assert.NotEqual(plan.Try(5, 1, 2).ServiceTime, plan.Try(6, 1, 2).ServiceTime);
    }

    [Fact]
    public void A_request_tries_again_as_often_as_the_oracle_says()
    {
        var plan = new ScenarioPlan(7, s_mix);
        for (var number = 0; number < 1_000; number++)
        {
            var request = new ScenarioRequest(number, plan);
            for (var call = 0; call < request.Calls; call++)
            {
                do
                {
                    request.Begin(call);
                } while (request.MustTryAgain(call));
            }

            var oracle = Enumerable.Range(0, 3).Select(call => plan.Call(number, call)).ToList();
            Assert.Equal(oracle.Select(call => call.Tries), request.Tries);
            Assert.Equal(oracle.Exists(call => call.Fails), request.HasFailed);
        }
    }

    private static double MeanSeconds(int servers, double rate, double serviceSeconds)
    {
        var busy = rate * serviceSeconds;
        var term = 1.0;
        var sum = 0.0;
        for (var count = 0; count < servers; count++)
        {
            sum += term;
            term *= busy / (count + 1);
        }

        var all = term * servers / (servers - busy);
        var waits = all / (sum + all);
        return serviceSeconds + (waits * serviceSeconds / (servers - busy));
    }
}
