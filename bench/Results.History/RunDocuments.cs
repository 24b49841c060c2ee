namespace Bench.Results.History;

/// <summary>Manifest and samples of one run, as they are kept.</summary>
/// <param name="session">The transaction.</param>
/// <param name="run">The run's number.</param>
/// <param name="name">The run and where it is, for a reader.</param>
internal sealed class RunDocuments(Session session, int run, string name)
{
    /// <exception cref="ResultsException">It is damaged.</exception>
    public RunManifest Manifest() =>
        Document.Read(
            session.Query<byte[]>("SELECT manifest FROM runs WHERE id = @run", new { run }).Single(),
            HistoryJson.Default.RunManifest,
            $"{name}: its manifest"
        );

    /// <summary>By round, case and replica.</summary>
    /// <exception cref="ResultsException">They are damaged.</exception>
    public List<Sample> Samples() =>
        [
            .. session
                .Query<byte[]>(
                    "SELECT document FROM sample_batches WHERE run_id = @run ORDER BY batch",
                    new { run }
                )
                .SelectMany(bytes =>
                    Document.Read(bytes, HistoryJson.Default.ListSample, $"{name}: its samples")
                )
                .OrderBy(sample => sample.Round)
                .ThenBy(sample => sample.Case, StringComparer.Ordinal)
                .ThenBy(sample => sample.Replica),
        ];

    /// <summary>Keeps further samples.</summary>
    public void Append(List<Sample> samples) =>
        session.Execute(
            """
            INSERT INTO sample_batches (run_id, batch, document)
            SELECT @run, COALESCE(MAX(batch), 0) + 1, @document FROM sample_batches WHERE run_id = @run
            """,
            new { run, document = Document.Of(samples, HistoryJson.Default.ListSample) }
        );
}
