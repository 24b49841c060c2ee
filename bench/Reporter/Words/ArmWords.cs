using Bench.Analysis;
using Bench.Results;

namespace Bench.Reporter.Words;

/// <summary>An arm's figures, or the words for why it has none.</summary>
internal static class ArmWords
{
    /// <summary>False when the arm broke its invariant: its figures would be those of a wrong answer.</summary>
    public static bool IsShown(Arm arm) => !arm.Incorrect && arm.Samples.Count > 0;

    /// <summary>An arm's centre in a metric, where it may be shown; null where it may not or there is none.</summary>
    public static Estimate? Shown(Arm arm, Metric metric) => IsShown(arm) ? arm.Estimate(metric) : null;

    /// <summary>A centre with its interval, the unit once where both ends share it: <c>1.20 ms [1.15, 1.26]</c>.</summary>
    public static string Figure(Estimate estimate, Metric metric) =>
        $"{metric.Format(estimate.Value)} {Interval(estimate, metric)}";

    /// <summary>The interval alone, its unit left out where the centre's is the same.</summary>
    public static string Interval(Estimate estimate, Metric metric)
    {
        if (estimate is not { Low: { } low, High: { } high })
        {
            return "[1 launch]";
        }

        var unit = Unit(metric.Format(estimate.Value));
        var (from, to) = (metric.Format(low), metric.Format(high));
        var dash = low < 0 ? " to " : "–";
        return Unit(from) == unit && Unit(to) == unit
            ? $"[{from[..^unit.Length]}{dash}{to[..^unit.Length]}]"
            : $"[{from}{(low < 0 ? dash : " – ")}{to}]";
    }

    /// <summary>True for a quantile, which needs operations beyond it.</summary>
    public static bool NeedsMany(Metric metric) => metric == Metrics.P95 || metric == Metrics.P99;

    /// <summary>Why an arm has no figure in a metric, in a few words.</summary>
    public static string WhyNone(Arm arm, Metric metric) =>
        !IsShown(arm) ? WhyNone(arm)
        : !NeedsMany(metric) ? "not measured"
        : StarvedCallers(arm) ? "unfair: few callers served"
        : "too few operations";

    /// <summary>True when in any launch few callers were served while others waited: it has no quantiles.</summary>
    public static bool StarvedCallers(Arm arm) =>
        arm.Samples.Any(sample => sample.LatencyNanoseconds.StarvedCallers);

    /// <summary>What follows <see cref="Figure"/> where it does not rest on all launches of the arm: <c>, 2 of 5 launches</c>.</summary>
    public static string Basis(Arm arm, Estimate estimate) =>
        estimate.Count == arm.Samples.Count ? ""
        : estimate.HasInterval ? $", {Launches(arm, estimate.Count)}"
        : $" of {arm.Samples.Count}";

    /// <summary>Some of an arm's launches: <c>2 of 5 launches</c>.</summary>
    public static string Launches(Arm arm, int some) => $"{some} of {arm.Samples.Count} launches";

    /// <summary>Why an arm has no figure, in a few words.</summary>
    public static string WhyNone(Arm arm)
    {
        if (arm.Incorrect)
        {
            var incorrect = arm.Refused.Count(refusal => refusal.Status == SampleStatus.Incorrect);
            return $"incorrect in {Rounds(incorrect)}: not ranked";
        }

        var worst = arm.Refused.GroupBy(refusal => refusal.Status).MaxBy(group => group.Count());
        return worst switch
        {
            _ when arm.Samples.Count > 0 => "not measured",
            null => "no sample yet",
            { Key: SampleStatus.Measured } => $"refused in {Rounds(arm.Refused.Count)}",
            _ => $"{worst.Key} in {Rounds(worst.Count())}",
        };
    }

    /// <summary>What the windows of most launches look like over time.</summary>
    public static string Steadiness(Arm arm) =>
        arm.SteadyState == SteadyState.Unknown
            ? "too short to tell"
            : $"{arm.SteadyState}".ToLowerInvariant();

    private static string Unit(string figure) =>
        figure[(figure.AsSpan().LastIndexOfAnyInRange('0', '9') + 1)..];

    private static string Rounds(int count) => count == 1 ? "1 round" : $"{count} rounds";
}
