using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Bench.Analysis;

/// <summary>Compares two arms by the log ratios of their rounds.</summary>
public static class Comparison
{
    /// <summary>Fewest rounds that a verdict other than inconclusive may rest on.</summary>
    public const int FewestRounds = 5;

    /// <summary>
    /// The verdict on <paramref name="contender"/> against <paramref name="baseline"/>: equivalent when the
    /// equivalence interval lies within the margin, else better or worse when the 99 % interval excludes 1, else
    /// inconclusive. Bad input (too few common rounds, zeros, an arm without samples) is inconclusive with a reason.
    /// </summary>
    /// <param name="baseline">The arm compared with.</param>
    /// <param name="contender">The arm that the verdict speaks of.</param>
    /// <param name="metric">The metric; its direction decides what better means.</param>
    /// <param name="margin">Largest relative difference that does not matter, 0…1: ratios from 1 ÷ (1 + margin) to 1 + margin.</param>
    public static Verdict Compare(Arm baseline, Arm contender, Metric metric, double margin = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        var before = baseline.Values(metric);
        var after = contender.Values(metric);
        var pairs = before
            .Keys.Intersect(after.Keys)
            .Order()
            .Select(round => (Before: before[round], After: after[round]))
            .ToList();
        var verdict = new Verdict
        {
            Metric = metric.Id,
            Workload = baseline.Case.Workload,
            Parameters = baseline.Case.Parameters,
            Terms =
                baseline.Case.Terms == contender.Case.Terms
                    ? baseline.Case.Terms
                    : $"{contender.Case.Terms} against {baseline.Case.Terms}",
            Baseline = baseline.Name,
            Contender = contender.Name,
            Outcome = Outcome.Inconclusive,
            Rounds = pairs.Count,
        };
        return pairs switch
        {
            { Count: 0 } => verdict with { Reason = "no round has a valid sample of both arms" },
            _ when pairs.Exists(pair => pair is not { Before: > 0, After: > 0 }) => verdict with
            {
                Reason = "zero or negative values have no ratio",
            },
            _ => Decide(
                verdict,
                [.. pairs.Select(pair => Math.Log(pair.After / pair.Before))],
                metric,
                margin
            ),
        };
    }

    private static Verdict Decide(Verdict verdict, double[] logs, Metric metric, double margin)
    {
        var centre = logs.Mean();
        if (logs.Length < 2)
        {
            return verdict with
            {
                Ratio = Math.Exp(centre),
                FurtherRounds = FewestRounds - logs.Length,
                Reason = "one round only",
            };
        }

        var error = logs.StandardDeviation() / Math.Sqrt(logs.Length);
        double Bound(double quantile) =>
            Math.Exp(centre + (error * StudentT.InvCDF(0, 1, logs.Length - 1, quantile)));
        var judged = verdict with
        {
            Ratio = Math.Exp(centre),
            Low = Bound(0.005),
            High = Bound(0.995),
            LowEquivalence = Bound(0.05),
            HighEquivalence = Bound(0.95),
        };
        if (logs.Length < FewestRounds)
        {
            return judged with
            {
                FurtherRounds = FewestRounds - logs.Length,
                Reason = $"{FewestRounds} rounds are needed",
            };
        }

        var outcome = judged switch
        {
            _ when judged.LowEquivalence > 1 / (1 + margin) && judged.HighEquivalence < 1 + margin =>
                Outcome.Equivalent,
            { Low: > 1 } => metric.HigherIsBetter ? Outcome.Better : Outcome.Worse,
            { High: < 1 } => metric.HigherIsBetter ? Outcome.Worse : Outcome.Better,
            _ => Outcome.Inconclusive,
        };
        return judged with { Outcome = outcome };
    }
}
