namespace Bench.Results.History;

/// <summary>Long names are kept once, under a number.</summary>
internal static class Names
{
    public static IReadOnlyList<NameRow> Cases(Session session) =>
        session.Query<NameRow>("SELECT id, name, workload FROM cases");

    public static IReadOnlyList<NameRow> Metrics(Session session) =>
        session.Query<NameRow>("SELECT id, name, '' AS workload FROM metrics");

    /// <summary>Numbers of these cases; those that were unknown get one.</summary>
    public static Dictionary<string, int> NumberCases(
        Session session,
        IEnumerable<(string Case, string Workload)> cases
    ) =>
        Number(
            cases.Distinct().Select(item => new NameRow { Name = item.Case, Workload = item.Workload }),
            () => Cases(session),
            missing =>
                session.Execute(
                    "INSERT INTO cases (name, workload) VALUES (@Name, @Workload) ON CONFLICT (name) DO NOTHING",
                    missing
                )
        );

    /// <summary>Numbers of these metrics; those that were unknown get one.</summary>
    public static Dictionary<string, int> NumberMetrics(Session session, IEnumerable<string> metrics) =>
        Number(
            metrics.Distinct(StringComparer.Ordinal).Select(name => new NameRow { Name = name }),
            () => Metrics(session),
            missing =>
                session.Execute(
                    "INSERT INTO metrics (name) VALUES (@Name) ON CONFLICT (name) DO NOTHING",
                    missing
                )
        );

    private static Dictionary<string, int> Number(
        IEnumerable<NameRow> asked,
        Func<IReadOnlyList<NameRow>> read,
        Action<List<NameRow>> insert
    )
    {
        var known = read().ToDictionary(row => row.Name, row => row.Id, StringComparer.Ordinal);
        // In one order, so that two writers who bring the same names wait for each other and never in a circle.
        var missing = asked
            .Where(row => !known.ContainsKey(row.Name))
            .OrderBy(row => row.Name, StringComparer.Ordinal)
            .ToList();
        if (missing.Count == 0)
        {
            return known;
        }

        insert(missing);
        return read().ToDictionary(row => row.Name, row => row.Id, StringComparer.Ordinal);
    }
}
