using Bench.Analysis.Claims;
using Bench.Results;
using Bench.Tests.Analysis.Pitfalls;
using Xunit;

namespace Bench.Tests.Analysis.Claims;

/// <summary>A claim that a pitfall is caught is judged by what was seen of it, and has no terms.</summary>
public sealed class CaughtPitfallTests
{
    private const string Part = """ "relation": "caught", "pitfall": "race" """;

    [Fact]
    public void It_holds_when_the_pitfall_is_caught()
    {
        var ledger = Judge([Part], Seen.Trial([Seen.Hung], Seen.Well));

        var line = Assert.Single(ledger.Lines);
        Assert.Equal((ClaimOutcome.Holds, (string?)null), (line.Outcome, line.Terms));
        Assert.Equal(("w", "20260101-000000-pitfalls", 1), (line.Workload, line.Run, line.Rounds));
        Assert.StartsWith("hang: hung: no end after 6 s", line.Reason, StringComparison.Ordinal);
        Assert.EndsWith("(a pitfall has no terms)", line.Reason, StringComparison.Ordinal);
        Assert.Equal(("caught", "race"), (LedgerWords.Threshold(line), LedgerWords.Arms(line)));
        Assert.Null(ledger.Entries[0].Told);
        Assert.Equal(ClaimOutcome.Holds, ledger.Entries[0].Equal!.Outcome);
    }

    [Fact]
    public void It_is_refuted_when_the_pitfall_got_away() =>
        Assert.Equal(
            ClaimOutcome.Refuted,
            Judge([Part], Seen.Trial([Seen.Well, Seen.Well, Seen.Well], Seen.Well)).Lines[0].Outcome
        );

    [Fact]
    public void It_is_undecided_when_the_right_lane_was_called_as_well() =>
        Assert.Equal(
            ClaimOutcome.Undecided,
            Judge([Part], Seen.Trial([Seen.Hung], Seen.Hung)).Lines[0].Outcome
        );

    [Fact]
    public void Where_nothing_was_seen_it_is_not_measured_and_says_the_command()
    {
        var line = Judge([Part]).Lines[0];

        Assert.Equal(ClaimOutcome.NotMeasured, line.Outcome);
        Assert.StartsWith(
            "./run.sh verify --pitfalls --out DIR tries it",
            line.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_first_that_has_seen_it_is_taken()
    {
        var none = Seen.Trials();
        var caught = Seen.Trials(Seen.Trial([Seen.Hung], Seen.Well));
        var away = Seen.Trials(Seen.Trial([Seen.Well, Seen.Well, Seen.Well], Seen.Well));

        var line = Ledger.Of([ClaimText.Read([Part])], [], [none, caught, away]).Lines[0];

        Assert.Equal(ClaimOutcome.Holds, line.Outcome);
    }

    [Theory]
    [InlineData(150, ClaimOutcome.Holds)]
    [InlineData(110, ClaimOutcome.Refuted)]
    public void It_belongs_to_the_terms_that_the_other_parts_are_judged_on(
        double level,
        ClaimOutcome expected
    )
    {
        var ledger = Ledger.Of(
            [ClaimText.Read([Part, ClaimText.Ratio])],
            [Judged.Run(("channels", [.. Judged.About(level).Reverse()]), ("threads", Judged.About(100)))],
            [Seen.Trials(Seen.Trial([Seen.Hung], Seen.Well))]
        );

        Assert.Null(ledger.Entries[0].Told);
        Assert.Equal(expected, ledger.Entries[0].Equal!.Outcome);
    }

    [Fact]
    public void One_that_got_away_refutes_a_claim_of_several()
    {
        var other = Part.Replace("race", "leak", StringComparison.Ordinal);
        var trial = Seen.Trial([Seen.Well, Seen.Well, Seen.Well], Seen.Well);

        var ledger = Judge(
            [Part, other],
            Seen.Trial([Seen.Hung], Seen.Well),
            trial with
            {
                Pitfall = trial.Pitfall with { Id = "leak" },
            }
        );

        Assert.Equal(ClaimOutcome.Refuted, ledger.Entries[0].Equal!.Outcome);
    }

    private static Ledger Judge(string[] parts, params PitfallTrial[] trials) =>
        Ledger.Of([ClaimText.Read(parts)], [], trials.Length == 0 ? [] : [Seen.Trials(trials)]);
}
