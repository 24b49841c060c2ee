namespace Bench.Analysis;

/// <summary>What a slowdown of the size that a calibration states showed in one metric.</summary>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Injected">The ratio injected.</param>
/// <param name="Chance">How probably the calibration says that it is shown.</param>
/// <param name="Shown">Whether the 99 % interval excludes 1.</param>
/// <param name="Verdict">Ratio and interval.</param>
public sealed record StatedFinding(string Metric, double Injected, double Chance, bool Shown, Verdict Verdict)
{
    private const double Surely = 0.90;
    private const double Hardly = 0.10;

    /// <summary>False when what has a chance of 90 % or more was not shown, or what has one of 10 % or less was.</summary>
    public bool Agrees => Chance >= Surely ? Shown : Chance > Hardly || !Shown;

    /// <summary>
    /// The slowed arm of a scenario against its original, in every latency metric that was calibrated and that rounds
    /// enough to decide anything have of both.
    /// </summary>
    /// <param name="scenario">Original and slowed arm.</param>
    /// <param name="calibration">From A/A pairs of the same case.</param>
    public static IReadOnlyList<StatedFinding> Of(Scenario scenario, Calibration calibration)
    {
        var original = scenario.Arms.Single(arm => arm.Case.Competes);
        return
        [
            .. from slowed in scenario.Arms
            where slowed.Case.Slowdown is not null
            from item in calibration.Items
            where InjectionCheck.Latencies.Contains(item.Metric)
            let resolution = item.Resolution
            where resolution is not null
            let verdict = Comparison.Compare(original, slowed, item.Metric, InjectionCheck.Margin)
            where verdict.Rounds >= PairedRounds.Fewest
            let asked = InjectionCheck.Asked(slowed.Case.Slowdown, item.Metric)
            select new StatedFinding(
                item.Metric.Id,
                asked,
                resolution.ChanceOf(asked, verdict.Rounds),
                verdict is { Low: > 1 } or { High: < 1 },
                verdict
            ),
        ];
    }
}
