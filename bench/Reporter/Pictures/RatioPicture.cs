using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Pictures;

/// <summary>A forest plot: every arm against the baseline, paired by round.</summary>
internal static class RatioPicture
{
    private const double Margin = 0.05;

    /// <summary>Null when fewer than two arms compete.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="model">Id of the baseline model; the first arm stands in for it where it does not compete.</param>
    public static Picture? Of(Scenario scenario, string model)
    {
        var competing = scenario.Competing.ToList();
        if (competing.Count < 2)
        {
            return null;
        }

        var baseline =
            competing.Find(arm => arm.Case.Model == model && arm.Case.Variant == VariantName.Default)
            ?? competing[0];
        var others = competing.Where(arm => arm != baseline).ToList();
        Metric[] metrics =
        [
            scenario.Metric,
            Metrics.Throughput,
            Metrics.P99,
            Metrics.PeakResident,
            Metrics.ProcessorSecondsPerOperation,
        ];
        var compared = metrics
            .Distinct()
            .Select(metric =>
                (
                    Metric: metric,
                    Verdicts: others.ConvertAll(arm => Comparison.Compare(baseline, arm, metric, Margin))
                )
            )
            .Where(group => group.Verdicts.Exists(verdict => verdict.Ratio is not null))
            .ToList();
        var family = Family.BenjaminiHochberg([.. compared.SelectMany(group => group.Verdicts)]);
        return RowPicture.Of(
            scenario,
            "ratios",
            $"Is the difference real? Ratios to {ArmName.Of(baseline)}",
            $"Each mark is a model's value divided by that of {ArmName.Of(baseline)} in the same round, the bar its {Looks.IntervalName(baseline.Looks.Count)}, with an arrow where it goes on beyond the axis. "
                + "A bar that crosses the line at 1 shows no difference; one inside the shaded margin of ±5 % shows that there is none to speak of. "
                + "The words take all comparisons of the picture as one family (Benjamini–Hochberg at 1 %): where a bar only just misses the line, they may still say inconclusive.",
            [
                .. compared.Zip(
                    family.Chunk(others.Count),
                    (group, verdicts) => Group(group.Metric, others, verdicts)
                ),
            ],
            (ratios, room) => Axis.LogAround(ratios, Unit.Count, room, 1 - Margin, 1 + Margin),
            "ratio (log scale)",
            "99 %",
            Margin
        );
    }

    private static RowGroup Group(Metric metric, List<Arm> arms, Verdict[] verdicts) =>
        new(
            $"{metric.Title} ({(metric.HigherIsBetter ? "more" : "less")} is better)",
            [.. arms.Zip(verdicts, Row)]
        );

    private static Row Row(Arm arm, Verdict verdict) =>
        new(
            ArmName.Of(arm),
            ModelLook.Of(arm.Case.Model),
            arm.Case.Variant,
            verdict.Ratio is { } ratio
                ? new Estimate(ratio, verdict.Low, verdict.High, verdict.Rounds)
                : null,
            VerdictWords.Of(verdict)
        );
}
