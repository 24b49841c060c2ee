using System.Globalization;
using Bench.Measurement.Resources;
using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>The reasons why a sample may not be used.</summary>
public static class SampleValidity
{
    private const double LittleTolerance = 0.10;
    private const double StandardErrors = 3;
    private const double LatenessShare = 0.10;
    private const double LatenessFloorNanoseconds = 2_000_000;

    /// <param name="sample">A sample that is complete but for its validity.</param>
    /// <param name="violations">What the invariant checks found.</param>
    public static List<string> Reasons(Sample sample, IEnumerable<string> violations)
    {
        var reasons = violations.Select(violation => $"incorrect: {violation}").ToList();
        if (!sample.Operations.AddUp)
        {
            reasons.Add(
                Format(
                    $"operations do not add up: {sample.Operations.Intended} intended, {sample.Operations.Completed} completed, {sample.Operations.Failed} failed, {sample.Operations.Rejected} rejected, {sample.Operations.TimedOut} timed out"
                )
            );
        }

        if (sample.Units.AliveAtEnd != 0)
        {
            reasons.Add(Format($"{sample.Units.AliveAtEnd} units are still alive after the lane has closed"));
        }

        if (sample.Operations.Intended == 0)
        {
            reasons.Add("no operation was measured");
        }

        if (sample.LatenessNanoseconds is { } lateness && lateness.P99 > LatenessLimit(sample))
        {
            reasons.Add(
                Format(
                    $"the load generator was late: p99 {lateness.P99 / 1e6:0.0} ms, allowed {LatenessLimit(sample) / 1e6:0.0} ms"
                )
            );
        }

        if (
            sample.LittlesLaw is { } law
            && Math.Abs(law.InFlight - law.ThroughputTimesLatency) > LittleLimit(law, sample)
        )
        {
            reasons.Add(
                Format(
                    $"Little's law does not hold: {law.InFlight:0.#} in flight, throughput × latency {law.ThroughputTimesLatency:0.#}"
                )
            );
        }

        return reasons;
    }

    // A tenth, and three standard errors of the looks, which of a few in flight see now one and mostly none. Arrivals that do not heed
    // each other make as many in flight vary as there are; looks closer together than twice a latency see the same operations.
    private static double LittleLimit(LittlesLaw law, Sample sample)
    {
        var most = Math.Max(law.InFlight, law.ThroughputTimesLatency);
        var apart = Math.Max(ResourceSampler.FastNanoseconds, 2 * (sample.LatencyNanoseconds.Mean ?? 0));
        var looks = sample.DurationSeconds * 1e9 / apart;
        return (LittleTolerance * most) + (looks > 0 ? StandardErrors * Math.Sqrt(most / looks) : 0);
    }

    private static double LatenessLimit(Sample sample) =>
        Math.Max(LatenessFloorNanoseconds, LatenessShare * (sample.LatencyNanoseconds.P99 ?? 0));

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
