using System.Text.RegularExpressions;
using Bench.Analysis.Pitfalls;
using Bench.Tests.Analysis.Decisions;
using Xunit;

namespace Bench.Tests.Reporter.Decisions;

/// <summary>The record in the form of MADR, with the answer first and every figure with its interval.</summary>
public sealed partial class DecisionRecordTests
{
    private static readonly MadeUpOption s_tasks = new("tasks");
    private static readonly MadeUpOption s_actors = new("actors") { Microseconds = 200 };

    [Fact]
    public void It_has_the_parts_that_the_form_prescribes_in_their_order()
    {
        using var record = new DecisionFolder(MadeUpDecision.Of(s_tasks, s_actors));

        Assert.StartsWith(
            "---\nstatus: proposed\ndate: 2026-03-01\n",
            record.Markdown,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "# Use tasks for ping at 1,000 users",
                "## Context and Problem Statement",
                "## Decision Drivers",
                "## Considered Options",
                "## Decision Outcome",
                "### What it costs",
                "### Headroom",
                "### Consequences",
                "### Confirmation",
                "### When to think again",
                "### How firm the answer is",
                "## Pros and Cons of the Options",
                "### tasks",
                "### actors",
                "## More Information",
                "### Risks",
                "### Validity and limits of the evidence",
                "### How the cost is worked out",
                "### Words",
                "### Evidence, and how to repeat it",
            ],
            record.Headings
        );
    }

    [Fact]
    public void The_answer_is_its_first_paragraph()
    {
        using var record = new DecisionFolder(MadeUpDecision.Of(s_tasks, s_actors));

        var first = record
            .Markdown.Split('\n')
            .SkipWhile(line => !line.StartsWith('#'))
            .Skip(1)
            .First(line => line.Length > 0);
        Assert.StartsWith(
            "**At 1,000 users, tasks keeps the service level (p99 latency below 100 ms, error rate below 0.1 % and peak resident memory below 200 MiB); 2 of 2 options on equal terms keep it. "
                + "Of these it costs least by the weights (processor time per operation × 1 and peak resident memory × 1): actors, the next, costs 1.41 times [1.",
            first,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rows_of_its_tables_have_the_columns_of_their_heads()
    {
        using var record = new DecisionFolder(
            MadeUpDecision.Of(s_tasks, s_actors, new("threads") { OutOfReach = "too many" })
        );

        var tables = Tables().Matches(record.Markdown).Select(match => match.Value).ToList();
        Assert.True(tables.Count >= 5, record.Markdown);
        Assert.All(
            tables,
            table =>
                Assert.Single(
                    table
                        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                        .Select(row => Regex.Count(row, @"(?<!\\)\|"))
                        .Distinct()
                )
        );
    }

    [Fact]
    public void Hostile_names_are_shown_as_text()
    {
        using var record = new DecisionFolder(
            MadeUpDecision.WithRisks([Risk()], new(SyntheticRun.Hostile), s_actors)
        );

        Assert.DoesNotContain("<script", record.Markdown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", record.Page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)", record.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("# no", record.Headings);
    }

    [Fact]
    public void What_would_decide_is_said_when_nothing_is()
    {
        using var record = new DecisionFolder(
            MadeUpDecision.Of(new("tasks") { Rounds = 5 }, new("actors") { Rounds = 5 })
        );

        Assert.Contains("### What would decide", record.Headings);
        Assert.Contains(
            "5 further launches would probably decide",
            record.Markdown,
            StringComparison.Ordinal
        );
        Assert.Contains("Chosen option: none yet.", record.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Level_and_cost_are_drawn_and_headroom_only_where_it_is_known()
    {
        using var record = new DecisionFolder(MadeUpDecision.Of(s_tasks, s_actors));

        Assert.Equal(["decision-cost.png", "decision-level.png"], record.Charts);
        Assert.Contains("](charts/decision-level.png)", record.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void That_nobody_keeps_the_level_is_told_as_an_answer()
    {
        using var record = new DecisionFolder(
            MadeUpDecision.Of(new MadeUpOption("tasks") { Milliseconds = 300 })
        );

        Assert.Contains(
            "# No concurrency model keeps the service level of ping at 1,000 users",
            record.Headings
        );
        Assert.Contains(
            "tasks comes nearest: p99 latency is 300 ms [",
            record.Markdown,
            StringComparison.Ordinal
        );
    }

    private static PitfallFinding Risk() =>
        new(
            new(
                "leak",
                SyntheticRun.Hostile,
                "ping",
                "actors",
                ["hang"],
                SyntheticRun.Hostile,
                "s",
                "m",
                "x.cs"
            ),
            PitfallOutcome.Caught,
            1,
            [],
            [],
            [],
            [],
            SyntheticRun.Hostile
        );

    [GeneratedRegex(@"(?m)^\|.*\n\|[-:|]+\|\n(\|.*\n)*")]
    private static partial Regex Tables();
}
