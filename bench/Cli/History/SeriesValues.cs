using Bench.Analysis;
using Bench.Results;
using Bench.Results.History;

namespace Bench.Cli.History;

/// <summary>What a run gives for series, by the rules that its own report goes by.</summary>
internal static class SeriesValues
{
    /// <summary>
    /// Every metric of every valid sample of the cases that compete, but for rounds that were measured again, and nothing of a case that
    /// was ever incorrect in the run.
    /// </summary>
    public static IEnumerable<SampleValue> Of(RunManifest manifest, IReadOnlyList<Sample> samples) =>
        from scenario in RunAnalysis.Of(manifest, samples).Scenarios
        from arm in scenario.Arms
        where arm.Case.Competes && !arm.Incorrect
        from metric in Metrics.In(arm.Samples)
        from value in arm.Values(metric)
        select new SampleValue(arm.Case.Case, value.Key, metric.Id, value.Value);
}
