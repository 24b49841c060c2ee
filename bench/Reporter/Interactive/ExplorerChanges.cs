using Bench.Analysis;
using Bench.Reporter.Beside;
using Bench.Reporter.Words;

namespace Bench.Reporter.Interactive;

/// <summary>Gathers what the page's script shows of a run beside an earlier one: the same figures as the table.</summary>
internal sealed class ExplorerChanges(
    RunBeside beside,
    List<string> models,
    IReadOnlyDictionary<Metric, int> metrics
)
{
    public ExplorerBeside Build()
    {
        var changes = beside.Asked[0].Changes;
        var cases = changes.Index().ToDictionary(item => item.Item.After, item => item.Index);
        return new(
            RunBeside.Margin,
            [.. changes.Select(Case)],
            [
                .. beside.Asked.Select(asked => new ExplorerAsked(
                    asked.Id,
                    asked.Title,
                    [
                        .. asked
                            .Changes.Where(change => metrics.ContainsKey(change.Metric))
                            .Select(change => Change(change, cases[change.After])),
                    ]
                )),
            ]
        );
    }

    private ExplorerCase Case(RunChange change) =>
        new(
            change.Scenario.Workload.Title,
            ScenarioWords.Place(change.Scenario),
            ArmName.Of(change.After),
            models.IndexOf(change.After.Case.Model),
            ScenarioWords.Slug(change.Scenario)
        );

    private ExplorerChange Change(RunChange change, int index) =>
        new(
            index,
            metrics[change.Metric],
            Centre(change.Before, change.Metric),
            Centre(change.After, change.Metric),
            Short(change.Verdict.Ratio),
            Short(change.Verdict.Low),
            Short(change.Verdict.High),
            (int)change.Verdict.Outcome,
            BesideTable.Why(change.Verdict) is { Length: > 0 } why ? why : null
        );

    private static double? Centre(Arm arm, Metric metric) =>
        ArmWords.Shown(arm, metric) is { } estimate ? Digits.Of(estimate.Value, metric.Unit) : null;

    private static double? Short(double? ratio) => ratio is { } value ? Digits.Of(value, Unit.Count) : null;
}
