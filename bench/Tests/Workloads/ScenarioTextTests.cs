using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class ScenarioTextTests
{
    [Fact]
    public void A_mix_is_told_in_sentences() =>
        Assert.Equal(
            "Independent callers send 1,400 requests a second (Poisson); in the middle third of the window 2,800/s. "
                + "A request makes 3 backend calls at once, of 6.5 ms on average, in 99 of 100 cases at most 30 ms (lognormal); the backend serves 48 of them at once, for all requests together. "
                + "Of a thousand tries of a call 5 fail; a call is tried again up to 2 times before its request fails. "
                + "The calls of 10 % of the requests hold the thread that makes them; models without threads of their own keep 16 for these. "
                + "A request whose calls have been answered works for 5,000 rounds of mixing on a processor and updates one of 200 keys (500 rounds), drawn by Zipf's law, which nobody else may touch meanwhile. "
                + "128 requests may be in work at once and 2,000 may wait; beyond that they are refused; what is not answered within 500 ms has failed.",
            ScenarioText.Of(
                new()
                {
                    RatePerSecond = 1_400,
                    Change = LoadChange.Spike,
                    ChangesTo = 2_800,
                    DeadlineMilliseconds = 500,
                    ConcurrencyLimit = 128,
                    QueueBound = 2_000,
                    Calls = 3,
                    Service = ServiceDistribution.Lognormal,
                    ServiceMeanMicroseconds = 6_500,
                    ServiceP99Microseconds = 30_000,
                    BackendCapacity = 48,
                    FailuresPerThousand = 5,
                    Retries = 2,
                    BlockingPercent = 10,
                    BlockingThreads = 16,
                    WorkRounds = 5_000,
                    Keys = 200,
                    KeyChoice = KeyChoice.Skewed,
                    UpdateRounds = 500,
                }
            )
        );

    [Fact]
    public void What_a_mix_does_not_have_is_not_told()
    {
        var text = ScenarioText.Of(
            new()
            {
                Arrivals = ScenarioArrivals.Users,
                RatePerSecond = 0,
                Users = 900,
                ThinkMilliseconds = 1_500,
                DeadlineMilliseconds = 0,
                Calls = 1,
                Service = ServiceDistribution.Constant,
                BackendCapacity = 0,
                FailuresPerThousand = 0,
                BlockingPercent = 0,
            }
        );

        Assert.StartsWith(
            "900 users ask, wait for the answer and think for 1.5 s on average before they ask again. A request makes 1 backend call, of 4 ms. ",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("tried again", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hold the thread", text, StringComparison.Ordinal);
        Assert.DoesNotContain("has failed", text, StringComparison.Ordinal);
    }
}
