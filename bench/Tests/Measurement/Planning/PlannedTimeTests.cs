using Bench.Measurement.Planning;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Measurement.Planning;

public sealed class PlannedTimeTests
{
    [Fact]
    public void A_load_takes_its_length_and_what_a_process_needs() =>
        Assert.Equal(
            (2 * (0.55 + 4.5)) + 1.5,
            PlannedTime
                .Of([
                    Planned(("warmUpMilliseconds", "2500"), ("measuredMilliseconds", "2000")),
                    Planned(("warmUpMilliseconds", "2500"), ("measuredMilliseconds", "2000")),
                    Planned(("pairs", "4")),
                ])
                .TotalSeconds,
            1e-9
        );

    [Theory]
    [InlineData(0.2, "1 s")]
    [InlineData(94, "94 s")]
    [InlineData(600, "10 min")]
    [InlineData(12_345, "3 h 20 min")]
    public void It_is_told_as_far_as_a_guess_goes(double seconds, string expected) =>
        Assert.Equal(expected, PlannedTime.Format(TimeSpan.FromSeconds(seconds)));

    private static PlannedCase Planned(params (string Name, string Value)[] parameters) =>
        new()
        {
            Case = "w/m/equal/",
            Workload = "w",
            Model = "m",
            Variant = "default",
            Terms = "equal",
            Parameters = new(parameters.Select(item => KeyValuePair.Create(item.Name, item.Value))),
            Configuration = ParameterSet.Empty,
            LimitSeconds = 60,
        };
}
