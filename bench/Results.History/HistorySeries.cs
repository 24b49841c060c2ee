namespace Bench.Results.History;

/// <summary>Reads series.</summary>
internal static class HistorySeries
{
    // Names that need no comparing: the numbers of all cases lie between these.
    private const string ByMetric = """
        SELECT v.run_id AS Run, v.metric_id AS Metric, v.case_id AS "Case", v.round AS Round, v.value AS Value
        FROM runs r JOIN metric_values v ON v.run_id = r.id
        WHERE r.started_at >= @Since AND v.metric_id BETWEEN @FirstMetric AND @LastMetric
            AND v.case_id BETWEEN @FirstCase AND @LastCase
        """;

    public static IReadOnlyList<MetricSeries> Find(Session session, SeriesQuery query)
    {
        var runs = HistoryRuns.ByNumber(session, query.Runs);
        var cases = Names
            .Cases(session)
            .Where(row => (query.Workload is null || row.Workload == query.Workload) && query.Case(row.Name))
            .ToDictionary(row => row.Id);
        var metrics = Names
            .Metrics(session)
            .Where(row => query.Metric is null || row.Name == query.Metric)
            .ToDictionary(row => row.Id);
        if (runs.Count == 0 || cases.Count == 0 || metrics.Count == 0)
        {
            return [];
        }

        var series =
            new Dictionary<
                (int Case, int Metric, string Machine),
                Dictionary<int, Dictionary<int, double>>
            >();
        foreach (var row in Rows(session, query, cases.Keys, metrics.Keys))
        {
            if (runs.TryGetValue(row.Run, out var run) && cases.ContainsKey(row.Case))
            {
                Point(series, (row.Case, row.Metric, run.Machine), row.Run)[row.Round] = row.Value;
            }
        }

        return
        [
            .. series
                .Select(pair => new MetricSeries(
                    cases[pair.Key.Case].Name,
                    cases[pair.Key.Case].Workload,
                    metrics[pair.Key.Metric].Name,
                    pair.Key.Machine,
                    Points(pair.Value, runs)
                ))
                .OrderBy(item => item.Case, StringComparer.Ordinal)
                .ThenBy(item => item.Metric, StringComparer.Ordinal)
                .ThenBy(item => item.Machine, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ValueRow> Rows(
        Session session,
        SeriesQuery query,
        IReadOnlyCollection<int> cases,
        IReadOnlyCollection<int> metrics
    ) =>
        session.Stream<ValueRow>(
            ByMetric,
            new
            {
                Since = query.Runs.Since is { } since ? Stamp.Of(since) : "",
                FirstMetric = metrics.Min(),
                LastMetric = metrics.Max(),
                FirstCase = cases.Min(),
                LastCase = cases.Max(),
            }
        );

    private static Dictionary<int, double> Point(
        Dictionary<(int Case, int Metric, string Machine), Dictionary<int, Dictionary<int, double>>> series,
        (int Case, int Metric, string Machine) key,
        int run
    )
    {
        if (!series.TryGetValue(key, out var points))
        {
            series[key] = points = [];
        }

        if (!points.TryGetValue(run, out var values))
        {
            points[run] = values = [];
        }

        return values;
    }

    private static List<SeriesPoint> Points(
        Dictionary<int, Dictionary<int, double>> points,
        Dictionary<int, RecordedRun> runs
    ) =>
        [
            .. points
                .Select(point => (Run: runs[point.Key], Values: point.Value))
                .OrderBy(point => point.Run.StartedAt)
                .ThenBy(point => point.Run.Run, StringComparer.Ordinal)
                .Select(point => new SeriesPoint(
                    point.Run.Run,
                    point.Run.StartedAt,
                    point.Run.Commit,
                    point.Run.Runtime,
                    point.Values
                )
                {
                    Packages = point.Run.Packages,
                }),
        ];
}
