using Bench.Analysis;
using Bench.Reporter.Beside;
using Bench.Reporter.Charts;
using Bench.Reporter.Pictures;

namespace Bench.Reporter.Content;

/// <summary>All pictures of a report with their words, not yet drawn.</summary>
internal sealed class PictureBook
{
    private readonly Dictionary<Scenario, DrawnScenario> _scenarios;
    private readonly Dictionary<string, IReadOnlyList<Picture>> _workloads;
    private readonly Dictionary<string, IReadOnlyList<Picture>> _capacities;
    private readonly IReadOnlyList<Picture> _beside;

    private PictureBook(
        Dictionary<Scenario, DrawnScenario> scenarios,
        Dictionary<string, IReadOnlyList<Picture>> workloads,
        Dictionary<string, IReadOnlyList<Picture>> capacities,
        IReadOnlyList<Picture> beside
    )
    {
        _scenarios = scenarios;
        _workloads = workloads;
        _capacities = capacities;
        _beside = beside;
    }

    public IEnumerable<Picture> Pictures =>
        _capacities
            .Values.Concat(_scenarios.Values.Select(scenario => scenario.Pictures))
            .Concat(_workloads.Values)
            .Append(_beside)
            .SelectMany(pictures => pictures);

    /// <summary>The run beside the earlier one, as a picture: one, or none.</summary>
    public IReadOnlyList<Figure> Beside => Figures(_beside);

    /// <summary>Gathers what the pictures show, on all processors.</summary>
    public static PictureBook Of(RunAnalysis run, RunBeside? beside)
    {
        var baseline = run.Scenarios.Count == 0 ? "" : HeadlinePairs.BaselineModel(run.Manifest);
        return new(
            Parallel(run.Scenarios, scenario => DrawnScenario.Of(scenario, baseline)),
            ByWorkload(run.Scenarios.GroupBy(scenario => scenario.Workload.Id), PictureSet.Growth),
            ByWorkload(
                (run.Capacity?.Lanes ?? []).GroupBy(lane => lane.Target.Workload),
                lanes => [.. CapacityPicture.Of(lanes)]
            ),
            [.. BesidePicture.Of(beside)]
        );
    }

    public IReadOnlyList<Figure> Of(Scenario scenario) => Figures(_scenarios[scenario].Pictures);

    /// <summary>The percentile curves of the scenario's arms that are not traced.</summary>
    public IReadOnlyList<TailLine> Tails(Scenario scenario) => _scenarios[scenario].Tails;

    public IReadOnlyList<Figure> Growth(string workload) => Figures(_workloads[workload]);

    public IReadOnlyList<Figure> Capacity(string workload) => Figures(_capacities[workload]);

    private static Dictionary<string, IReadOnlyList<Picture>> ByWorkload<T>(
        IEnumerable<IGrouping<string, T>> workloads,
        Func<IReadOnlyList<T>, IReadOnlyList<Picture>> pictures
    ) =>
        Parallel(workloads, workload => pictures([.. workload]))
            .ToDictionary(item => item.Key.Key, item => item.Value);

    private static Dictionary<TKey, TValue> Parallel<TKey, TValue>(
        IEnumerable<TKey> keys,
        Func<TKey, TValue> value
    )
        where TKey : notnull =>
        keys.AsParallel()
            .AsOrdered()
            .Select(key => (Key: key, Value: value(key)))
            .ToDictionary(item => item.Key, item => item.Value);

    private static List<Figure> Figures(IReadOnlyList<Picture> pictures) => [.. pictures.Select(Figure.Of)];
}
