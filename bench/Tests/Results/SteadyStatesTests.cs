using Bench.Results;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Bench.Tests.Results;

public sealed class SteadyStatesTests
{
    private const int Slices = 60;

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.10)]
    [InlineData(0.30)]
    public void Noise_alone_is_steady(double noise) =>
        Assert.InRange(Share(SteadyState.Steady, noise, _ => 1), 0.95, 1);

    [Fact]
    public void A_slow_start_is_warming() =>
        Assert.InRange(Share(SteadyState.Warming, 0.03, place => 1 + Math.Exp(-place * 15)), 0.95, 1);

    [Fact]
    public void A_slope_is_drifting() =>
        Assert.InRange(Share(SteadyState.Drifting, 0.03, place => 1 + (0.2 * place)), 0.95, 1);

    [Fact]
    public void Swings_are_unsteady() =>
        Assert.InRange(
            Share(SteadyState.Unsteady, 0.03, place => 1 + (0.3 * Math.Sin(place * 4 * Math.PI))),
            0.95,
            1
        );

    [Fact]
    public void A_step_in_the_middle_is_not_steady() =>
        Assert.Equal(0, Share(SteadyState.Steady, 0.03, place => place < 0.5 ? 1 : 1.3));

    [Fact]
    public void A_stall_in_the_first_half_is_no_warming() =>
        Assert.InRange(Share(SteadyState.Unsteady, 0.03, place => place is > 0.2 and < 0.3 ? 3 : 1), 0.95, 1);

    [Fact]
    public void Nineteen_slices_are_too_few() =>
        Assert.Equal(SteadyState.Unknown, SteadyStates.Classify([.. Enumerable.Repeat(1d, 19)]));

    [Fact]
    public void A_sample_is_classed_by_throughput_and_latency()
    {
        Assert.Equal(SteadyState.Steady, SteadyStates.Of(Sample(_ => 20)));
        Assert.Equal(SteadyState.Drifting, SteadyStates.Of(Sample(slice => 20 + (slice / 12))));
    }

    [Fact]
    public void A_hole_in_time_is_unsteady()
    {
        var sample = Sample(_ => 20);
        for (var slice = 30; slice < 35; slice++)
        {
            sample.LatencyOverTime[slice] = sample.LatencyOverTime[slice] with { Count = 0, Bands = [] };
        }

        Assert.Equal(SteadyState.Unsteady, SteadyStates.Of(sample));
    }

    [Fact]
    public void A_sample_read_without_its_slices_keeps_its_word() =>
        Assert.Equal(
            SteadyState.Warming,
            SteadyStates.Of(Sample(_ => 20) with { LatencyOverTime = [], SteadyState = SteadyState.Warming })
        );

    [Fact]
    public void The_word_of_an_older_rule_is_not_believed_where_the_slices_are_there() =>
        Assert.Equal(
            SteadyState.Steady,
            SteadyStates.Of(Sample(_ => 20) with { SteadyState = SteadyState.Unsteady })
        );

    private static Sample Sample(Func<int, int> band) =>
        Analysis.Runs.Sample("tasks", 0, 1, 100) with
        {
            LatencyOverTime =
            [
                .. Enumerable
                    .Range(0, Slices)
                    .Select(slice => new LatencySlice(slice * 0.1, 0.1, 100, new() { [band(slice)] = 100 })),
            ],
        };

    private static double Share(SteadyState state, double noise, Func<double, double> level)
    {
        var random = new Random(4);
        var classes = Enumerable
            .Range(0, 500)
            .Select(_ =>
                SteadyStates.Classify([
                    .. Enumerable
                        .Range(0, Slices)
                        .Select(slice =>
                            level((double)slice / Slices) * Math.Exp(Normal.Sample(random, 0, noise))
                        ),
                ])
            )
            .ToList();
        return classes.Count(found => found == state) / (double)classes.Count;
    }
}
