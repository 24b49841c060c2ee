using System.Text.Json;
using Bench.Analysis;
using Bench.Analysis.Code;
using Bench.Reporter.Beside;
using Bench.Reporter.Charts;
using Bench.Reporter.Content;
using Bench.Reporter.Tables;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Interactive;

/// <summary>Gathers what the page's script needs, from what the tables are made of.</summary>
internal sealed class ExplorerBuilder
{
    private readonly RunAnalysis _run;
    private readonly PictureBook _book;
    private readonly RunBeside? _beside;
    private readonly List<string> _models;
    private readonly IReadOnlyList<Metric> _metrics;
    private readonly Dictionary<Metric, int> _indices;

    private ExplorerBuilder(RunAnalysis run, PictureBook book, RunBeside? beside)
    {
        _run = run;
        _beside = beside;
        _book = book;
        _models =
        [
            .. run
                .Scenarios.SelectMany(scenario =>
                    scenario
                        .Arms.Select(arm => arm.Case.Model)
                        .Concat(scenario.Unreachable.Select(item => item.Model))
                )
                .Concat((run.Capacity?.Lanes ?? []).Select(lane => lane.Target.Model))
                .Distinct(),
        ];
        _metrics = Metrics.In(
            run.Scenarios.SelectMany(scenario => scenario.Untraced.Arms).SelectMany(arm => arm.Samples)
        );
        _indices = _metrics.Index().ToDictionary(item => item.Item, item => item.Index);
    }

    /// <summary>The data, or null when neither a case nor a capacity has a figure: there is nothing to explore.</summary>
    public static ExplorerData? Of(
        RunAnalysis run,
        PictureBook book,
        IReadOnlyList<WorkloadSection> sections,
        RunBeside? beside
    )
    {
        var shows = run.Scenarios.Any(scenario => scenario.Untraced.Arms.Any(ArmWords.IsShown));
        return shows || run.Capacity is { Lanes.Count: > 0 }
            ? new ExplorerBuilder(run, book, beside).Build(shows ? sections : [])
            : null;
    }

    private ExplorerData Build(IReadOnlyList<WorkloadSection> sections) =>
        new(
            [.. _models.Select(ExplorerModel.Of)],
            [.. _metrics.Select(Of)],
            TailPoints.Nines,
            [
                .. _run
                    .Scenarios.GroupBy(scenario => scenario.Workload.Id)
                    .Zip(sections, (scenarios, section) => Workload([.. scenarios], section)),
            ],
            [.. ExplorerCapacities.Of(_run.Capacity, _models)],
            _beside is null ? null : new ExplorerChanges(_beside, _models, _indices).Build()
        );

    private static ExplorerMetric Of(Metric metric) =>
        new(
            metric.Id,
            metric.Title,
            JsonNamingPolicy.CamelCase.ConvertName($"{metric.Unit}"),
            metric.HigherIsBetter
        );

    private ExplorerWorkload Workload(Scenario[] scenarios, WorkloadSection section)
    {
        var paths = section.Listings.Select(listing => listing.Path).ToList();
        return new(
            section.Anchor,
            section.Title,
            _indices.TryGetValue(scenarios[0].Metric, out var metric) ? metric : null,
            [.. scenarios.AsParallel().AsOrdered().Select(scenario => Scenario(scenario, paths))],
            [.. Sweep.In(scenarios).Select(sweep => Of(sweep, scenarios))],
            [.. paths.Select(path => new ExplorerCode(path, Counts(_run.Code.MetricsOf(path))))]
        );
    }

    private ExplorerScenario Scenario(Scenario whole, List<string> paths)
    {
        var scenario = whole.Untraced;
        var tails = _book.Tails(whole).ToDictionary(tail => tail.Arm, tail => tail.Line);
        var heats = HeatMapChart.Arms(scenario).ToHashSet();
        var rounds = HeatStrip.RoundsOf(heats);
        return new(
            ScenarioWords.Slug(whole),
            ScenarioWords.Place(whole),
            [
                .. scenario.Arms.Select(arm =>
                    Arm(
                        arm,
                        tails.GetValueOrDefault(arm),
                        heats.Contains(arm) ? ExplorerHeat.Of(arm, rounds) : null,
                        paths.IndexOf(arm.Case.Source)
                    )
                ),
                .. scenario.Unreachable.Select(Unreachable),
            ],
            [.. Best(scenario)]
        );
    }

    private IEnumerable<int[]> Best(Scenario scenario)
    {
        var arms = scenario.Arms.ToList();
        return from metric in Metrics.In(arms.SelectMany(arm => arm.Samples))
            let best = ArmCells.Best(scenario, metric)
            where best is not null
            select new[] { _indices[metric], arms.IndexOf(best) };
    }

    private ExplorerArm Arm(Arm arm, Line? tail, ExplorerHeat? heat, int listing)
    {
        var shown = ArmWords.IsShown(arm);
        return new(
            arm.Case.Case,
            ArmName.Of(arm),
            _models.IndexOf(arm.Case.Model),
            arm.Case.Variant != VariantName.Default,
            arm.Case.Competes,
            shown ? null : ArmWords.WhyNone(arm),
            shown ? [.. _metrics.Select(metric => Figure(arm, metric)).OfType<double?[]>()] : [],
            tail is null ? null : TailPoints.Of(tail),
            heat,
            listing < 0 ? null : listing
        );
    }

    private ExplorerArm Unreachable(UnreachableCase item) =>
        new(
            item.Case,
            ArmName.Of(item),
            _models.IndexOf(item.Model),
            item.Variant != VariantName.Default,
            Competes: true,
            $"out of reach: {item.Reason}",
            [],
            null,
            null,
            null
        );

    private double?[]? Figure(Arm arm, Metric metric) =>
        arm.Estimate(metric) is { } estimate
            ?
            [
                _indices[metric],
                Digits.Of(estimate.Value, metric.Unit),
                estimate.Low is { } low ? Digits.Of(low, metric.Unit) : null,
                estimate.High is { } high ? Digits.Of(high, metric.Unit) : null,
                estimate.Count,
            ]
            : null;

    private static ExplorerSweep Of(Sweep sweep, Scenario[] scenarios) =>
        new(
            ParameterWords.Name(sweep.Parameter),
            [.. sweep.Scenarios.Select(point => Array.IndexOf(scenarios, point.Scenario))],
            [.. sweep.Scenarios.Select(point => point.Value)],
            [
                .. sweep.Scenarios.Select(point =>
                    ParameterWords.Value(sweep.Parameter, point.Scenario.Parameters[sweep.Parameter]!)
                ),
            ]
        );

    private static int[]? Counts(CodeMetrics? code) =>
        code is null
            ? null
            : [code.Statements, code.Tokens, code.Cyclomatic, code.Nesting, code.MutableFields];
}
