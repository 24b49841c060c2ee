namespace Bench.Results.History;

/// <summary>Reads which runs there are.</summary>
internal static class HistoryRuns
{
    /// <summary>The runs, oldest first.</summary>
    public static IReadOnlyList<RecordedRun> Find(Session session, RunFilter filter) =>
        [
            .. session
                .Query<RunRow>(
                    $"""
                    SELECT {RunRow.Columns},
                        (SELECT COUNT(*) FROM samples s WHERE s.run_id = r.id) AS Samples,
                        (SELECT COUNT(*) FROM samples s WHERE s.run_id = r.id AND s.valid = 1) AS Valid
                    FROM runs r
                    WHERE (@Machine = '' OR r.machine = @Machine) AND r.started_at >= @Since
                    """,
                    Parameters(filter)
                )
                .Select(row => row.Recorded())
                .OrderBy(run => run.StartedAt)
                .ThenBy(run => run.Run, StringComparer.Ordinal),
        ];

    /// <summary>The same without counting samples, by number.</summary>
    public static Dictionary<int, RecordedRun> ByNumber(Session session, RunFilter filter) =>
        session
            .Query<RunRow>(
                $"""
                SELECT {RunRow.Columns}
                FROM runs r
                WHERE (@Machine = '' OR r.machine = @Machine) AND r.started_at >= @Since
                """,
                Parameters(filter)
            )
            .ToDictionary(row => row.Id, row => row.Recorded());

    private static object Parameters(RunFilter filter) =>
        new { Machine = filter.Machine ?? "", Since = filter.Since is { } since ? Stamp.Of(since) : "" };
}
