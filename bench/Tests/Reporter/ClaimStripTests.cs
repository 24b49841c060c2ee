using Bench.Analysis.Claims;
using Bench.Reporter.Content;
using Xunit;

namespace Bench.Tests.Reporter;

/// <summary>An interval drawn beside its threshold.</summary>
public sealed class ClaimStripTests
{
    private static readonly LedgerLine s_line = new()
    {
        Id = "x",
        Part = "a part",
        Decides = true,
        Outcome = ClaimOutcome.Holds,
        Ratio = 0.5,
        Low = 0.4,
        High = 0.6,
        AtMost = 0.7,
    };

    [Fact]
    public void An_interval_on_the_claimed_side_lies_within_what_is_shaded()
    {
        var strip = Assert.Single(ClaimStrip.Of(s_line));
        double[] places =
        [
            .. new[] { strip.From, strip.Low, strip.Centre, strip.High, strip.Until }.Select(Number),
        ];

        Assert.Equal(places.Order(), places);
        Assert.Equal(0, places[0]);
        Assert.InRange(places[4], 1, 99);
    }

    [Fact]
    public void A_threshold_from_below_is_shaded_to_the_end()
    {
        var strip = Assert.Single(ClaimStrip.Of(s_line with { AtMost = null, AtLeast = 0.9 }));

        Assert.Equal("100", strip.Until);
        Assert.True(Number(strip.High) < Number(strip.From));
    }

    [Fact]
    public void Values_with_zero_are_drawn_on_a_plain_scale() =>
        Assert.Single(
            ClaimStrip.Of(
                s_line with
                {
                    Ratio = null,
                    Value = 0,
                    Low = 0,
                    High = 3,
                    Unit = "percent",
                    AtMost = 1,
                }
            )
        );

    [Fact]
    public void Without_an_interval_or_a_threshold_nothing_is_drawn()
    {
        Assert.Empty(ClaimStrip.Of(s_line with { High = null }));
        Assert.Empty(ClaimStrip.Of(s_line with { AtMost = null }));
    }

    private static double Number(string text) =>
        double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
