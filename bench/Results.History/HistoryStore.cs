namespace Bench.Results.History;

/// <summary>The history's tables, in whatever database they are.</summary>
internal sealed class HistoryStore(IHistoryDatabase database) : IHistoryStore
{
    public string Name => database.Name;

    public AddedRun Add(RunManifest manifest, IReadOnlyList<Sample> samples, ExtractValues extract)
    {
        var ingest = new Ingest(database, manifest, samples, extract);
        return database.Write(ingest.Into);
    }

    public IReadOnlyList<RecordedRun> Runs(RunFilter filter) =>
        database.Read(session => HistoryRuns.Find(session, filter));

    public (RunManifest Manifest, IReadOnlyList<Sample> Samples) Load(RecordedRun run) =>
        database.Read(session =>
        {
            var documents = new RunDocuments(session, run.Number, $"{Name}: run {run.Run}");
            return (documents.Manifest(), documents.Samples());
        });

    public HistoryCatalogue Catalogue() =>
        database.Read(session => new HistoryCatalogue(
            [
                .. Names
                    .Cases(session)
                    .OrderBy(row => row.Name, StringComparer.Ordinal)
                    .Select(row => (row.Name, row.Workload)),
            ],
            [.. Names.Metrics(session).Select(row => row.Name).Order(StringComparer.Ordinal)]
        ));

    public IReadOnlyList<MetricSeries> Series(SeriesQuery query) =>
        database.Read(session => HistorySeries.Find(session, query));
}
