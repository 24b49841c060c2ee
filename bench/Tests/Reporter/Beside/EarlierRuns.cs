using Bench.Analysis;
using Bench.Reporter;
using Bench.Results;

namespace Bench.Tests.Reporter.Beside;

/// <summary>Made-up earlier runs.</summary>
internal static class EarlierRuns
{
    /// <summary>A run in which tasks took half as long again, and all else as long.</summary>
    public static EarlierRun Of(RunManifest later, params string[] warnings)
    {
        var manifest = later with { Run = "yesterday <b>" };
        return new(
            RunAnalysis.Of(
                manifest,
                SyntheticRun
                    .Samples(later)
                    .ConvertAll(sample =>
                        (sample.Model == "tasks" ? Slower(sample) : sample) with
                        {
                            Run = manifest.Run,
                            Histogram = null,
                            LatencyOverTime = [],
                        }
                    )
            ),
            warnings,
            ["Commit: one before, another after."]
        );
    }

    private static Sample Slower(Sample sample) =>
        sample with
        {
            ThroughputPerSecond = sample.ThroughputPerSecond / 1.5,
            LatencyNanoseconds = sample.LatencyNanoseconds with
            {
                P50 = sample.LatencyNanoseconds.P50 * 3 / 2,
                P95 = sample.LatencyNanoseconds.P95 * 3 / 2,
                P99 = sample.LatencyNanoseconds.P99 * 3 / 2,
            },
        };
}
