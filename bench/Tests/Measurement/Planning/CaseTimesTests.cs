using Bench.Measurement.Planning;
using Bench.Results;
using Bench.Tests.Measurement.Runs;
using Xunit;

namespace Bench.Tests.Measurement.Planning;

public sealed class CaseTimesTests
{
    [Fact]
    public void A_case_takes_as_long_as_until_the_next_begins()
    {
        var times = Of(("quick", 0), ("slow", 10), ("quick", 40), ("slow", 52), ("quick", 80));

        Assert.Equal(11 + 29, times.Round(["quick", "slow"]).TotalSeconds, 1e-6);
    }

    [Fact]
    public void A_night_between_two_samples_is_not_measuring()
    {
        var times = Of(("quick", 0), ("quick", 10), ("quick", 30_000), ("quick", 30_010));

        Assert.Equal(10, times.Round(["quick"]).TotalSeconds, 1e-6);
    }

    [Fact]
    public void What_was_not_timed_counts_as_the_mean_or_with_its_limit()
    {
        Assert.Equal(10, Of(("quick", 0), ("quick", 10)).Round(["slow"]).TotalSeconds, 1e-6);
        Assert.Equal(100, Of(("quick", 0)).Round(["slow"]).TotalSeconds, 1e-6);
    }

    private static CaseTimes Of(params (string Case, double Seconds)[] starts) =>
        CaseTimes.Of(
            Manifests.Of(new([Planned("quick"), Planned("slow")], []), rounds: 1),
            starts.Select(start => new Sample
            {
                Case = start.Case,
                Workload = "w",
                Model = "m",
                StartedAt = DateTimeOffset.UnixEpoch.AddSeconds(start.Seconds),
            })
        );

    private static PlannedCase Planned(string name) =>
        new()
        {
            Case = name,
            Workload = "w",
            Model = "m",
            Variant = "default",
            Terms = "equal",
            Parameters = ParameterSet.Empty,
            Configuration = ParameterSet.Empty,
            LimitSeconds = 100,
        };
}
