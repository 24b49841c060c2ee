namespace Bench.Results.History;

/// <summary>Adds what is new of a run. May be carried out more than once: each time starts from what is there.</summary>
internal sealed class Ingest(
    IHistoryDatabase database,
    RunManifest manifest,
    IReadOnlyList<Sample> samples,
    ExtractValues extract
)
{
    private static readonly string[] s_sampleColumns =
    [
        "run_id",
        "case_id",
        "replica",
        "round",
        "valid",
        "status",
    ];

    private static readonly string[] s_valueColumns = ["run_id", "metric_id", "case_id", "round", "value"];

    private readonly ManifestRow _offered = ManifestRow.Of(manifest);

    /// <exception cref="ResultsException">The run is there already, and of another machine.</exception>
    public AddedRun Into(Session session)
    {
        var kept = Enter(session);
        var present = Present(session, kept.Id);
        var fresh = samples
            .DistinctBy(SampleKey.Of)
            .Where(sample => !present.Contains(SampleKey.Of(sample)))
            .ToList();
        var isReplanned =
            _offered.PlannedSamples >= kept.PlannedSamples
            && !_offered.Manifest.AsSpan().SequenceEqual(kept.Manifest);
        if (isReplanned)
        {
            Replan(session, kept.Id);
        }

        if (fresh.Count > 0 || isReplanned)
        {
            Extend(session, kept.Id, fresh, isNew: present.Count == 0);
        }

        return new(fresh.Count, present.Count);
    }

    /// <summary>The row of the run, which no other writer touches until the transaction ends.</summary>
    private ManifestRow Enter(Session session)
    {
        var kept = session
            .Query<ManifestRow>(
                """
                INSERT INTO runs (run, started_at, preset, git_commit, seed, rounds, command, machine, machine_words,
                    runtime, packages, planned_samples, manifest)
                VALUES (@Run, @StartedAt, @Preset, @GitCommit, @Seed, @Rounds, @Command, @Machine, @MachineWords,
                    @Runtime, @Packages, @PlannedSamples, @Manifest)
                ON CONFLICT (run, started_at) DO UPDATE SET run = excluded.run
                RETURNING id, machine, planned_samples AS PlannedSamples, manifest
                """,
                _offered
            )
            .Single();
        return kept.Machine == _offered.Machine
            ? kept
            : throw new ResultsException(
                $"run {manifest.Run} is in {database.Name} already, but of another machine; one of the two manifests was changed: leave that run out"
            );
    }

    private static HashSet<SampleKey> Present(Session session, int run) =>
        [
            .. session
                .Query<SampleRow>(
                    """
                    SELECT c.name, s.replica, s.round
                    FROM samples s JOIN cases c ON c.id = s.case_id
                    WHERE s.run_id = @run
                    """,
                    new { run }
                )
                .Select(row => row.Key),
        ];

    // A run that was continued or merged has a plan that asks for more.
    private void Replan(Session session, int run) =>
        session.Execute(
            """
            UPDATE runs SET rounds = @Rounds, planned_samples = @PlannedSamples, manifest = @Manifest, packages = @Packages
            WHERE id = @Id
            """,
            _offered with
            {
                Id = run,
            }
        );

    private void Extend(Session session, int run, List<Sample> fresh, bool isNew)
    {
        var documents = new RunDocuments(session, run, $"{database.Name}: run {manifest.Run}");
        if (fresh.Count > 0)
        {
            documents.Append(fresh);
        }

        var all = isNew ? fresh : documents.Samples();
        var cases = Names.NumberCases(session, all.Select(sample => (sample.Case, sample.Workload)));
        database.Insert(
            session,
            "samples",
            s_sampleColumns,
            fresh.Select(sample =>
                new object[]
                {
                    run,
                    cases[sample.Case],
                    sample.Replica,
                    sample.Round,
                    sample.Valid ? 1 : 0,
                    sample.Status,
                }
            )
        );
        Derive(session, run, cases, [.. extract(documents.Manifest(), all)]);
    }

    // Anew from all samples: what a later round shows can take a value out, such as that of a disturbed round measured again.
    private void Derive(Session session, int run, Dictionary<string, int> cases, List<SampleValue> values)
    {
        var metrics = Names.NumberMetrics(session, values.Select(value => value.Metric));
        session.Execute("DELETE FROM metric_values WHERE run_id = @run", new { run });
        database.Insert(
            session,
            "metric_values",
            s_valueColumns,
            values
                .Select(value =>
                    (Metric: metrics[value.Metric], Case: cases[value.Case], value.Round, value.Value)
                )
                // In the order of the key, for which both databases have the least to move.
                .Order()
                .Select(value => new object[] { run, value.Metric, value.Case, value.Round, value.Value })
        );
    }
}
