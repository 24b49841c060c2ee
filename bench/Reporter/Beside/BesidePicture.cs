using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Words;

namespace Bench.Reporter.Beside;

/// <summary>The largest changes between two runs, worst first.</summary>
internal static class BesidePicture
{
    private const int Most = 30;
    private const string Title = "What changed? After ÷ before";

    /// <summary>None when no case has a ratio.</summary>
    public static IEnumerable<Picture> Of(RunBeside? beside)
    {
        var changes = beside
            ?.Asked[0]
            .Changes.Where(change => change.Verdict.Ratio > 0)
            .OrderBy(change => Rank(change.Verdict.Outcome))
            .ThenByDescending(change => Math.Abs(Math.Log(change.Verdict.Ratio!.Value)))
            .Take(Most)
            .ToList();
        if (changes is not { Count: > 0 })
        {
            yield break;
        }

        var place =
            $"run {beside!.Earlier.Run.Manifest.Run} is before · the metric that matters to each workload";
        var groups = changes
            .GroupBy(change => change.Verdict.Outcome)
            .Select(outcome => new RowGroup(VerdictWords.Word(outcome.Key), [.. outcome.Select(Row)]))
            .ToList();
        var axis = Axis.LogAround(
            [.. groups.SelectMany(group => group.Rows).Select(row => row.Value).OfType<Estimate>()],
            Unit.Count,
            RowChart.AxisRoom(groups),
            1 / (1 + RunBeside.Margin),
            1 + RunBeside.Margin
        );
        yield return new(
            "beside-changes",
            Title,
            $"{Title}, {place}. {string.Join(" ", groups.Select(Say))}",
            $"What is worse comes first, then what is better, each by the size of its change; at most {Most} cases. The mark is the ratio, the bar its 99 % interval; in the shaded band a change is too small to matter.",
            Theme.Width,
            RowChart.Height(groups, place),
            RowChart.Draw(Title, place, groups, axis, "after ÷ before (log scale)", RunBeside.Margin)
        );
    }

    private static int Rank(Outcome outcome) =>
        outcome switch
        {
            Outcome.Worse => 0,
            Outcome.Better => 1,
            Outcome.Inconclusive => 2,
            _ => 3,
        };

    private static Row Row(RunChange change) =>
        new(
            $"{ScenarioWords.Full(change.Scenario)} · {ArmName.Of(change.After)}",
            ModelLook.Of(change.After.Case.Model),
            change.After.Case.Variant,
            new Estimate(
                change.Verdict.Ratio!.Value,
                change.Verdict.Low,
                change.Verdict.High,
                change.Verdict.Rounds
            ),
            VerdictWords.Ratio(change.Verdict)
        );

    private static string Say(RowGroup group) =>
        $"{group.Heading}: {string.Join("; ", group.Rows.Select(row => $"{row.Label} {row.Words}"))}.";
}
