using Bench.Measurement.Load;
using CsCheck;
using Xunit;

namespace Bench.Tests.Measurement.Load;

public sealed class ProfileTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_step_has_its_new_level_from_the_very_moment_on()
    {
        var step = Profile.Step(10, 30, s_second);

        Assert.Equal([10, 10, 30, 30], new[] { 0, 0.999, 1, 5 }.Select(at => step.At(at * s_second)));
        Assert.Equal(30, step.Highest);
    }

    [Fact]
    public void A_ramp_is_a_straight_line_between_two_level_parts()
    {
        var ramp = Profile.Ramp(10, 30, s_second, 3 * s_second);

        Assert.Equal([10, 10, 20, 30, 30], new[] { 0, 1, 2, 3, 9 }.Select(at => ramp.At(at * s_second)));
    }

    [Fact]
    public void A_spike_returns_to_the_normal_level()
    {
        var spike = Profile.Spike(10, 100, s_second, 2 * s_second);

        Assert.Equal([10, 100, 100, 10], new[] { 0.5, 1, 1.5, 2 }.Select(at => spike.At(at * s_second)));
    }

    [Fact]
    public void The_time_until_an_area_inverts_the_integral_of_the_level() =>
        Gen.Select(Gen.Double[0, 100], Gen.Double[0, 100], Gen.Double[0.01, 200])
            .Sample(
                (from, to, area) =>
                {
                    var ramp = Profile.Ramp(from, to, s_second, 3 * s_second);
                    var seconds = ramp.SecondsUntil(area);
                    return double.IsInfinity(seconds)
                        ? to == 0
                        : Math.Abs(RampArea(from, to, seconds) - area) <= 1e-6 * area;
                }
            );

    [Fact]
    public void A_level_of_zero_never_reaches_an_area() =>
        Assert.Equal(double.PositiveInfinity, Profile.Constant(0).SecondsUntil(1));

    [Theory]
    [InlineData(5, 0, null)]
    [InlineData(10, 0, 1.0)]
    [InlineData(15, 0, 1.5)]
    [InlineData(15, 1.2, 1.5)]
    [InlineData(20, 0, null)]
    public void The_level_rises_above_another_where_the_line_crosses_it(
        double level,
        double after,
        double? seconds
    ) =>
        Assert.Equal(
            seconds,
            Profile.Ramp(10, 20, s_second, 2 * s_second).NextAbove(level, after * s_second) is { } at
                ? at.TotalSeconds
                : null
        );

    /// <summary>Area under a level part of 1 s, a line of 2 s and a level part.</summary>
    private static double RampArea(double from, double to, double seconds)
    {
        var line = Math.Clamp(seconds - 1, 0, 2);
        return (from * Math.Min(seconds, 1))
            + (from * line)
            + ((to - from) / 2 * line * line / 2)
            + (to * Math.Max(0, seconds - 3));
    }
}
