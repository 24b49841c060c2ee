using Bench.Results;

namespace Bench.Analysis;

/// <summary>Compares two arms by the log ratios of the rounds that they share.</summary>
public static class Comparison
{
    /// <summary>
    /// The verdict on <paramref name="contender"/> against <paramref name="baseline"/>. What cannot be judged (an arm
    /// without samples, too few common rounds, negative values) is inconclusive and says why.
    /// </summary>
    /// <param name="baseline">The arm compared with.</param>
    /// <param name="contender">The arm that the verdict speaks of.</param>
    /// <param name="metric">The metric; its direction decides what better means.</param>
    /// <param name="margin">Largest relative difference that does not matter: ratios from 1 ÷ (1 + margin) to 1 + margin.</param>
    /// <exception cref="ArgumentException">The arms are of different workloads.</exception>
    public static Verdict Compare(Arm baseline, Arm contender, Metric metric, double margin = 0.05)
    {
        if (baseline.Case.Workload != contender.Case.Workload)
        {
            throw new ArgumentException("Arms of different workloads do not compare", nameof(contender));
        }

        var logRatios = LogRatios(baseline, contender, metric);
        var looks = baseline.Looks.With(contender.Looks);
        var verdict = Inconclusive(baseline, contender, metric, logRatios.Count) with { Looks = looks.Count };
        if (WhyNot(baseline, contender, metric, logRatios) is { } reason)
        {
            return verdict with { Reason = reason };
        }

        var judgement = PairedRounds.Judge(logRatios, margin, looks);
        return verdict with
        {
            Rounds = judgement.Rounds,
            Ratio = Finite(judgement.Ratio),
            Low = Bounded(judgement.Interval)?.Low,
            High = Bounded(judgement.Interval)?.High,
            LowEquivalence = Bounded(judgement.EquivalenceInterval)?.Low,
            HighEquivalence = Bounded(judgement.EquivalenceInterval)?.High,
            Outcome = Direction(judgement.Difference, metric),
            PValue = judgement.PValue,
            SetAside = judgement.SetAside,
            FurtherRounds = judgement.FurtherRounds,
            Reason = judgement.Reason,
        };
    }

    /// <summary>ln(contender ÷ baseline) of each round that both have: infinite where one is 0, not a number where one is negative.</summary>
    internal static IReadOnlyList<double> LogRatios(Arm baseline, Arm contender, Metric metric)
    {
        var before = baseline.Values(metric);
        var after = contender.Values(metric);
        var ratios = new List<double>(before.Count);
        foreach (var (round, value) in before)
        {
            if (after.TryGetValue(round, out var other))
            {
                ratios.Add(LogRatio(value, other));
            }
        }

        return ratios;
    }

    private static Verdict Inconclusive(Arm baseline, Arm contender, Metric metric, int rounds) =>
        new()
        {
            Kind = Kind(baseline, contender),
            Metric = metric.Id,
            Workload = baseline.Case.Workload,
            Parameters = contender.Case.Parameters,
            Terms =
                baseline.Case.Terms == contender.Case.Terms
                    ? baseline.Case.Terms
                    : $"{contender.Case.Terms} against {baseline.Case.Terms}",
            Baseline = baseline.Name,
            Contender = contender.Name,
            Outcome = Outcome.Inconclusive,
            Rounds = rounds,
            BaselineSteadyState = baseline.SteadyState,
            ContenderSteadyState = contender.SteadyState,
            NotSteady =
            [
                .. NotSteady(baseline, baseline, contender, "before"),
                .. NotSteady(contender, baseline, contender, "after"),
            ],
        };

    private static IEnumerable<string> NotSteady(Arm arm, Arm baseline, Arm contender, string when) =>
        arm.SteadyState <= SteadyState.Steady
            ? []
            :
            [
                Kind(baseline, contender) switch
                {
                    ComparisonKind.Runs => $"{arm.Name} {when}",
                    ComparisonKind.Terms => $"{arm.Name} on {arm.Case.Terms} terms",
                    _ => arm.Name,
                },
            ];

    private static ComparisonKind Kind(Arm baseline, Arm contender) =>
        baseline.Case.Key == contender.Case.Key ? ComparisonKind.Runs
        : baseline.Case.Case == contender.Case.Case ? ComparisonKind.Copies
        : baseline.Case.Build != contender.Case.Build ? ComparisonKind.Builds
        : baseline.Case.Terms != contender.Case.Terms ? ComparisonKind.Terms
        : baseline.Case.Traced != contender.Case.Traced ? ComparisonKind.Traced
        : ComparisonKind.Models;

    private static string? WhyNot(Arm baseline, Arm contender, Metric metric, IReadOnlyList<double> logRatios)
    {
        Arm[] empty = [.. new[] { baseline, contender }.Where(arm => arm.Values(metric).Count == 0)];
        var wrong = Array.Find([baseline, contender], arm => arm.Incorrect);
        return wrong is not null ? $"{wrong.Name} was incorrect and is never ranked"
            : empty.Length > 0 ? $"{empty[0].Name} has no valid sample with {metric.Id}"
            : logRatios.Count == 0 ? "no round has a valid sample of both arms"
            : logRatios.Any(double.IsNaN) ? "negative values have no ratio"
            : null;
    }

    private static double LogRatio(double before, double after) =>
        (before, after) switch
        {
            (0, 0) => 0,
            (< 0, _) or (_, < 0) => double.NaN,
            _ => Math.Log(after / before),
        };

    private static Outcome Direction(Difference difference, Metric metric) =>
        difference switch
        {
            Difference.Negligible => Outcome.Equivalent,
            Difference.Higher => metric.HigherIsBetter ? Outcome.Better : Outcome.Worse,
            Difference.Lower => metric.HigherIsBetter ? Outcome.Worse : Outcome.Better,
            _ => Outcome.Inconclusive,
        };

    private static (double? Low, double? High)? Bounded((double Low, double High) interval) =>
        interval is (0, double.PositiveInfinity) ? null : (Finite(interval.Low), Finite(interval.High));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
