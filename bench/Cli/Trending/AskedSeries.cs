using Bench.Analysis;
using Bench.Measurement.Planning;
using Bench.Results.History;

namespace Bench.Cli.Trending;

/// <summary>Which series of a history are asked for.</summary>
/// <param name="Cases">Patterns over case ids.</param>
/// <param name="Metric">Id of a metric; null for those that matter.</param>
/// <param name="Machine">Fingerprint of the machine, or its beginning; null for every machine.</param>
internal sealed record AskedSeries(CasePatterns Cases, string? Metric, string? Machine)
{
    private readonly HashSet<string> _always =
    [
        Metrics.Throughput.Id,
        Metrics.P99.Id,
        Metrics.PeakResident.Id,
    ];

    /// <summary>The series of each machine, the one measured last first: two machines are never in one series.</summary>
    /// <exception cref="UserException">The history has nothing of what is asked for.</exception>
    public IReadOnlyList<(RecordedRun Last, IReadOnlyList<MetricSeries> Series)> In(IHistoryStore history)
    {
        var machines = Machines(history);
        CheckWords(history);
        var own = Own(history, machines.SelectMany(runs => runs));
        List<(RecordedRun Last, IReadOnlyList<MetricSeries> Series)> found =
        [
            .. machines.Select(runs => (runs[^1], Series(history, runs[0].Machine, own))),
        ];
        found.RemoveAll(machine => machine.Series.Count == 0);
        return found.Count > 0
            ? found
            : throw new UserException($"{history.Name} has no series of what is asked for");
    }

    // Metric by metric: a history has many more than are asked for, and reading them takes most of the time.
    private IReadOnlyList<MetricSeries> Series(
        IHistoryStore history,
        string machine,
        HashSet<(string Workload, string Metric)> own
    ) =>
        [
            .. (Metric is null ? own.Select(item => item.Metric).Union(_always) : [Metric])
                .AsParallel()
                .SelectMany(metric =>
                    history.Series(
                        new()
                        {
                            Metric = metric,
                            Case = Cases.Match,
                            Runs = new(machine),
                        }
                    )
                )
                .Where(series =>
                    Metric is not null
                    || _always.Contains(series.Metric)
                    || own.Contains((series.Workload, series.Metric))
                )
                .OrderBy(series => series.Case, StringComparer.Ordinal)
                .ThenBy(series => series.Metric, StringComparer.Ordinal),
        ];

    private List<List<RecordedRun>> Machines(IHistoryStore history)
    {
        var runs = history.Runs(RunFilter.All);
        if (runs.Count == 0)
        {
            throw new UserException($"{history.Name} has no runs yet; ./run.sh history add DIR adds one");
        }

        var machines = runs.Select(run => run.Machine).Distinct();
        var asked = runs.Where(run =>
                Machine is null || run.Machine.StartsWith(Machine, StringComparison.Ordinal)
            )
            .GroupBy(run => run.Machine)
            .Select(group => group.ToList())
            .OrderByDescending(group => group[^1].StartedAt)
            .ToList();
        return asked.Count > 0
            ? asked
            : throw new UserException(
                $"--machine {Machine}: no run in {history.Name} is of that machine; it has: {string.Join(", ", machines)}"
            );
    }

    private void CheckWords(IHistoryStore history)
    {
        var catalogue = history.Catalogue();
        if (Cases.Unused([.. catalogue.Cases.Select(item => item.Case)]) is { } unused)
        {
            throw new UserException(
                $"--case '{unused}': no case in {history.Name} matches; see ./run.sh list"
            );
        }

        if (Metric is not null && !catalogue.Metrics.Contains(Metric))
        {
            throw new UserException(
                $"unknown metric '{Metric}'; {history.Name} has: {string.Join(", ", catalogue.Metrics)}"
            );
        }
    }

    // What each workload's answer speaks of, as its newest runs of every preset say.
    private static HashSet<(string Workload, string Metric)> Own(
        IHistoryStore history,
        IEnumerable<RecordedRun> runs
    ) =>
        [
            .. runs.GroupBy(run => run.Preset)
                .SelectMany(group => history.Load(group.MaxBy(run => run.StartedAt)!).Manifest.Workloads)
                .Select(facts => (facts.Id, facts.MetricThatMatters)),
        ];
}
