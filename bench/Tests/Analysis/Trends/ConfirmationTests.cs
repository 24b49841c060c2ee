using Bench.Analysis.Trends;
using Bench.Results;
using Bench.Tests.Analysis.Gating;
using Xunit;

namespace Bench.Tests.Analysis.Trends;

/// <summary>A change that a history shows is confirmed only by what both commits do in the same rounds.</summary>
public sealed class ConfirmationTests
{
    [Theory]
    [InlineData(0.8, ConfirmationOutcome.Confirmed, "confirmed: −20.")]
    [InlineData(
        1.0,
        ConfirmationOutcome.NotReproduced,
        "not reproduced, so not the code between these commits: "
    )]
    [InlineData(
        1.2,
        ConfirmationOutcome.NotReproduced,
        "not reproduced, so not the code between these commits: "
    )]
    public void A_slowdown_is_what_the_later_commit_shows_against_the_earlier(
        double later,
        ConfirmationOutcome expected,
        string words
    )
    {
        var confirmation = Again(planned => planned is { Model: "tasks", Build: null } ? later : 1);

        Assert.Equal(expected, confirmation.Outcome);
        Assert.StartsWith(words, TrendWords.Again(confirmation), StringComparison.Ordinal);
        Assert.EndsWith("over 8 rounds", TrendWords.Again(confirmation), StringComparison.Ordinal);
    }

    [Fact]
    public void Noise_leaves_it_open()
    {
        var confirmation = Again(
            _ => 1,
            (planned, sample) =>
                planned.Build is null
                    ? sample with
                    {
                        ThroughputPerSecond =
                            sample.ThroughputPerSecond * Math.Pow(2, (sample.Round % 3) - 1),
                    }
                    : sample
        );

        Assert.Equal(ConfirmationOutcome.Open, confirmation.Outcome);
    }

    [Fact]
    public void A_case_that_the_run_does_not_hold_was_not_measured()
    {
        var review = Review("ping/channels");

        var confirmation = Assert.Single(Confirmation.Of(review.Findings, GateRuns.Of(_ => 1), 0.05));

        Assert.Equal(ConfirmationOutcome.NotMeasured, confirmation.Outcome);
        Assert.Null(confirmation.Verdict);
    }

    [Fact]
    public void What_is_not_the_codes_doing_no_longer_counts_as_worse()
    {
        var review = Review("ping/tasks");
        Assert.Single(review.WorseStill);

        var confirmed = review with
        {
            Confirmations = Confirmation.Of(review.Findings, GateRuns.Of(_ => 1), 0.05),
        };

        Assert.Empty(confirmed.WorseStill);
        Assert.Single(confirmed.Worse);
        Assert.Equal(
            "measured again, both commits in the same rounds: 0 of 1 change confirmed, 1 not reproduced, 0 open, 0 not measured",
            TrendWords.Again(confirmed)
        );
    }

    private static Confirmation Again(
        Func<PlannedCase, double> level,
        Func<PlannedCase, Sample, Sample>? change = null
    ) => Assert.Single(Confirmation.Of(Review("ping/tasks").Findings, GateRuns.Of(level, change), 0.05));

    private static TrendReview Review(string id)
    {
        var series = SeriesOf.Noisy(SeriesOf.Step(30, 10, 0.7), metric: "throughput", id: id);
        return new("here", "a machine", 0.05, SeriesOf.Start, "2026-01-01", SeriesFamily.Of([series], 0.05));
    }
}
