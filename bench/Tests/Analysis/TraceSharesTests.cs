using Bench.Analysis;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis;

/// <summary>Shares of lifetimes, worked out by hand.</summary>
public sealed class TraceSharesTests
{
    /// <summary>Ten seconds of lives: 2 s in steps, 3 s at the backend, half a second until they went on, 1 s of processor time beyond steps.</summary>
    private static readonly Sample s_sample = Runs.Sample("channels", 0, 1, 100) with
    {
        ProcessorSeconds = 3,
        Trace = new()
        {
            WindowSeconds = 2,
            Units = [new("parse", 4, 1.5, 0, 0), new("backend", 6, 0.5, 3, 0.5)],
            ReadySeconds = 0.4,
            LockSeconds = 0.1,
        },
    };

    [Fact]
    public void They_add_up_to_one()
    {
        var shares = TraceShares.Of(s_sample)!;

        Assert.Equal(new TraceShares(0.2, 0.3, 0.05, 0.1, 0.35, 0.04, 0.01), Rounded(shares));
        Assert.Equal(0.35, Metrics.WaitingFraction.Select(s_sample)!.Value, 1e-12);
    }

    [Fact]
    public void Processor_time_that_steps_account_for_is_no_handing_over() =>
        Assert.Equal(
            (0, 0.45),
            TraceShares.Of(s_sample with { ProcessorSeconds = 1.9 }) is { } shares
                ? (shares.HandingOver, Math.Round(shares.Waiting, 9))
                : default
        );

    [Fact]
    public void More_processor_time_than_units_lived_leaves_nothing_to_wait() =>
        Assert.Equal(0, TraceShares.Of(s_sample with { ProcessorSeconds = 50 })!.Waiting, 1e-12);

    [Fact]
    public void An_untraced_sample_has_none()
    {
        Assert.Null(TraceShares.Of(s_sample with { Trace = null }));
        Assert.Null(TraceShares.Of(s_sample with { Trace = new() }));
        Assert.Null(Metrics.WaitingFraction.Select(s_sample with { Trace = null }));
    }

    private static TraceShares Rounded(TraceShares shares) =>
        new(
            Math.Round(shares.Work, 9),
            Math.Round(shares.Backend, 9),
            Math.Round(shares.Waking, 9),
            Math.Round(shares.HandingOver, 9),
            Math.Round(shares.Waiting, 9),
            Math.Round(shares.Ready!.Value, 9),
            Math.Round(shares.Locks, 9)
        );
}
