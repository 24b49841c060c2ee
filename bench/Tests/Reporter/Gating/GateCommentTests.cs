using Bench.Analysis;
using Bench.Analysis.Gating;
using Bench.Reporter.Gating;
using Bench.Tests.Analysis;
using Bench.Tests.Analysis.Gating;
using Xunit;

namespace Bench.Tests.Reporter.Gating;

/// <summary>The Markdown that a gate leaves for a pull request.</summary>
public sealed class GateCommentTests
{
    [Fact]
    public void The_verdict_comes_first_then_what_is_worse_and_details_are_folded()
    {
        var text = GateComment.Of(Gate(slower: 0.8));
        var lines = text.Split('\n');

        Assert.Equal("<!-- bench gate -->", lines[0]);
        Assert.Equal(
            "### Gate failed: 1 of 1 case is worse by more than the 5 % allowed, or broken.",
            lines[1]
        );
        Assert.Contains(
            "this tree against HEAD\\~1 (0123456789ab), allowed loss 5 %.",
            text,
            StringComparison.Ordinal
        );
        var worse = lines
            .TakeWhile(line => line != "<details>")
            .Single(line => line.StartsWith("| tasks in ping", StringComparison.Ordinal));
        Assert.Contains("0.799× [", worse, StringComparison.Ordinal);
        Assert.EndsWith("| worse than allowed |", worse, StringComparison.Ordinal);
        Assert.Equal(3, lines.Count(line => line == "</details>"));
        Assert.EndsWith("Repeat: `./run.sh`", text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gate_that_passed_shows_no_table_before_the_details()
    {
        var text = GateComment.Of(Gate(slower: 1));

        Assert.Contains(
            "### Gate passed: none of 1 case is worse by more than the 5 % allowed.",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "| --",
            text[..text.IndexOf("<details>", StringComparison.Ordinal)],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_comes_from_names_and_reasons_is_harmless()
    {
        var plan = Plans.Of() with
        {
            Base = new() { Name = "<script>|`*a*`" },
            Why = ["bench/<b>.cs: every lane"],
            Omitted = [new("w/m/equal/x=<i>", "| none")],
        };

        var text = GateComment.Nothing(plan, "./run.sh gate");

        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", text, StringComparison.Ordinal);
        Assert.Contains("\\| none", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "### Gate passed: nothing that is measured has changed.")]
    [InlineData(
        true,
        "### Advisory only, for this machine is shared. Gate passed: nothing that is measured has changed."
    )]
    public void That_nothing_has_changed_is_said(bool advisory, string expected) =>
        Assert.Contains(
            expected,
            GateComment.Nothing(Plans.Of() with { Advisory = advisory }, "./run.sh gate"),
            StringComparison.Ordinal
        );

    /// <summary>Eight rounds of one case, whose throughput in this tree is so many times that of base.</summary>
    private static GateAnalysis Gate(double slower)
    {
        var planned = Runs.Case("tasks");
        return GateAnalysis.Of(
            RunAnalysis.Of(
                Runs.Manifest([planned, planned.OfBase()]) with
                {
                    Rounds = 8,
                    Gate = Plans.Of(),
                },
                [
                    .. from round in Enumerable.Range(1, 8)
                    from one in new[]
                    {
                        Runs.Sample("tasks", 0, round, slower * (100 + (0.1 * round))),
                        Runs.Sample("tasks", 0, round, 100 + (0.12 * round)) with
                        {
                            Case = planned.OfBase().Case,
                        },
                    }
                    select one,
                ]
            )
        );
    }
}
