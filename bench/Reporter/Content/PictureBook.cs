using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Pictures;

namespace Bench.Reporter.Content;

/// <summary>All pictures of a report, drawn on all processors.</summary>
internal sealed class PictureBook
{
    private readonly Dictionary<Scenario, DrawnScenario> _scenarios;
    private readonly Dictionary<string, IReadOnlyList<PictureFile>> _workloads;

    private readonly Dictionary<string, IReadOnlyList<PictureFile>> _capacities;

    private PictureBook(
        Dictionary<Scenario, DrawnScenario> scenarios,
        Dictionary<string, IReadOnlyList<PictureFile>> workloads,
        Dictionary<string, IReadOnlyList<PictureFile>> capacities
    )
    {
        _scenarios = scenarios;
        _workloads = workloads;
        _capacities = capacities;
    }

    public IEnumerable<PictureFile> Files =>
        _capacities
            .Values.Concat(_scenarios.Values.Select(scenario => scenario.Files))
            .Concat(_workloads.Values)
            .SelectMany(files => files);

    public static PictureBook Draw(RunAnalysis run)
    {
        var baseline = run.Scenarios.Count == 0 ? "" : HeadlinePairs.BaselineModel(run.Manifest);
        return new(
            run.Scenarios.AsParallel()
                .AsOrdered()
                .Select(scenario => (Key: scenario, Drawn: DrawnScenario.Of(scenario, baseline)))
                .ToDictionary(item => item.Key, item => item.Drawn),
            Parallel(
                    run.Scenarios.GroupBy(scenario => scenario.Workload.Id)
                        .Select(workload => workload.ToArray()),
                    PictureSet.Growth
                )
                .ToDictionary(item => item.Key[0].Workload.Id, item => item.Files),
            Parallel(
                    (run.Capacity?.Lanes ?? [])
                        .GroupBy(lane => lane.Target.Workload)
                        .Select(workload => workload.ToArray()),
                    lanes => [.. CapacityPicture.Of(lanes)]
                )
                .ToDictionary(item => item.Key[0].Target.Workload, item => item.Files)
        );
    }

    public IReadOnlyList<Figure> Of(Scenario scenario) => Figures(_scenarios[scenario].Files);

    /// <summary>The percentile curves of the scenario's arms that are not traced.</summary>
    public IReadOnlyList<TailLine> Tails(Scenario scenario) => _scenarios[scenario].Tails;

    public IReadOnlyList<Figure> Growth(string workload) => Figures(_workloads[workload]);

    public IReadOnlyList<Figure> Capacity(string workload) => Figures(_capacities[workload]);

    private static List<(TKey Key, IReadOnlyList<PictureFile> Files)> Parallel<TKey>(
        IEnumerable<TKey> keys,
        Func<TKey, IReadOnlyList<Picture>> pictures
    ) =>
        [
            .. keys.AsParallel()
                .AsOrdered()
                .Select(key => (key, (IReadOnlyList<PictureFile>)[.. pictures(key).Select(PictureFile.Of)])),
        ];

    private static List<Figure> Figures(IReadOnlyList<PictureFile> files) =>
        [.. files.Select(file => Figure.Of(file.Picture))];
}
