using Bench.Analysis.Claims;
using Xunit;

namespace Bench.Tests.Analysis.Claims;

/// <summary>Parts make a claim, as told beside on equal terms.</summary>
public sealed class ClaimSummaryTests
{
    private const string Yes = """ "relation": "ratio", "metric": "throughput", "atLeast": 1.3,""" + Arms;
    private const string No = """ "relation": "ratio", "metric": "throughput", "atLeast": 1.6,""" + Arms;
    private const string Near = """ "relation": "ratio", "metric": "throughput", "atLeast": 1.501,""" + Arms;
    private const string Absent =
        """ "relation": "none", "metric": "errorRate", "equal": { "contender": { "workload": "ping", "model": "actors" } }""";
    private const string Awaiting = """ "awaits": "workload pong" """;
    private const string Arms = """
        "equal": { "contender": { "workload": "ping", "model": "channels", "also": ["tasks"] }, "baseline": { "workload": "ping", "model": "threads" } }
        """;

    private static readonly (string, double[])[] s_arms =
    [
        ("channels", Judged.About(150)),
        ("tasks", [.. Judged.About(50)]),
        ("threads", [.. Judged.About(100).Reverse()]),
    ];

    [Theory]
    [InlineData(ClaimOutcome.Holds, Yes)]
    [InlineData(ClaimOutcome.Refuted, Yes, Near, No, Absent)]
    [InlineData(ClaimOutcome.Undecided, Yes, Near)]
    [InlineData(ClaimOutcome.Undecided, Yes, Awaiting)]
    [InlineData(ClaimOutcome.NotMeasured, Absent, Awaiting)]
    [InlineData(ClaimOutcome.NotMeasured, Awaiting)]
    public void All_parts_must_hold(ClaimOutcome expected, params string[] parts) =>
        Assert.Equal(expected, Judged.Of(ClaimText.Of(parts), s_arms).Entries[0].Equal!.Outcome);

    [Theory]
    [InlineData(ClaimOutcome.Holds, Yes, No, Awaiting)]
    [InlineData(ClaimOutcome.Refuted, No)]
    [InlineData(ClaimOutcome.Undecided, No, Near)]
    [InlineData(ClaimOutcome.Undecided, No, Awaiting)]
    [InlineData(ClaimOutcome.NotMeasured, Absent, Awaiting)]
    public void Or_any_part_where_the_claim_says_so(ClaimOutcome expected, params string[] parts) =>
        Assert.Equal(
            expected,
            Judged.Of(ClaimText.With(""" "holdsWhen": "any",""", parts), s_arms).Entries[0].Equal!.Outcome
        );

    [Fact]
    public void Further_contenders_and_parts_aside_are_judged_but_do_not_decide()
    {
        var ledger = Judged.Of(ClaimText.Of(Yes, No + ", \"aside\": true"), s_arms);

        Assert.Equal(
            [
                ("channels", ClaimOutcome.Holds, true),
                ("tasks", ClaimOutcome.Refuted, false),
                ("channels", ClaimOutcome.Refuted, false),
                ("tasks", ClaimOutcome.Refuted, false),
            ],
            ledger.Lines.Select(line => (line.Contender!, line.Outcome, line.Decides))
        );
        Assert.Equal(ClaimOutcome.Holds, ledger.Entries[0].Equal!.Outcome);
        Assert.Null(ledger.Entries[0].Told);
    }

    [Fact]
    public void A_difference_that_equal_terms_take_away_belonged_to_the_configuration()
    {
        var part = """
            "relation": "ratio", "metric": "throughput", "atLeast": 1.3, "workload": "ping",
            "told": { "contender": { "model": "channels", "terms": "equal" }, "baseline": { "model": "threads", "terms": "equal" } },
            "equal": { "contender": { "model": "tasks" }, "baseline": { "model": "threads" } }
            """;

        var entry = Judged.Of(ClaimText.Of(part), s_arms).Entries[0];

        Assert.Equal((ClaimOutcome.Holds, ClaimOutcome.Refuted), (entry.Told!.Outcome, entry.Equal!.Outcome));
        Assert.Equal(
            "The difference belonged to the configuration, not to the model: part 1.",
            entry.Configuration
        );
    }

    [Fact]
    public void A_filter_shows_less_but_judges_the_same()
    {
        var ledger = Judged.Of(ClaimText.Of([.. Enumerable.Repeat(Near, 10)]), s_arms);

        Assert.Empty(ledger.Only(id => id == "y").Lines);
        Assert.Equal(ledger.Lines, ledger.Only(id => id == "x").Lines);
        Assert.Single(ledger.Measured().Entries);
        Assert.Empty(Judged.Of(ClaimText.Of(Awaiting), s_arms).Measured().Entries);
    }
}
