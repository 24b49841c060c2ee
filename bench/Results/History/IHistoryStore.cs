namespace Bench.Results.History;

/// <summary>Runs kept over time, whatever keeps them. Every method fails with a <see cref="ResultsException"/> that says what, where and what next.</summary>
public interface IHistoryStore
{
    /// <summary>Where it is, for a reader; never with a password.</summary>
    string Name { get; }

    /// <summary>
    /// Adds a run, or what is new of one that has grown: all of it or nothing. What is there already, by run, case, replica
    /// and round, stays as it is, so adding twice adds nothing.
    /// </summary>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="samples">Its samples by their <see cref="Sample.FiguresOnly"/>.</param>
    /// <param name="extract">What its samples give for series: called with all samples of the run, those there already among them.</param>
    AddedRun Add(RunManifest manifest, IReadOnlyList<Sample> samples, ExtractValues extract);

    /// <summary>The runs, oldest first.</summary>
    IReadOnlyList<RecordedRun> Runs(RunFilter filter);

    /// <summary>A run's manifest and samples, by round, case and replica.</summary>
    /// <param name="run">One of <see cref="Runs"/>.</param>
    (RunManifest Manifest, IReadOnlyList<Sample> Samples) Load(RecordedRun run);

    /// <summary>What series there can be.</summary>
    HistoryCatalogue Catalogue();

    /// <summary>
    /// Series by case, metric and machine, in that order, points oldest first. Only what competes is in them: no A/A copies, nothing
    /// slowed down on purpose or traced, no trials of a capacity search, no case that was incorrect in the run.
    /// </summary>
    IReadOnlyList<MetricSeries> Series(SeriesQuery query);
}
