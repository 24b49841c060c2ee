using Bench.Results;

namespace Bench.Analysis;

/// <summary>
/// The comparisons that <c>compare DIR</c> prints and that <c>run --until-decided</c> waits for: in every scenario, each
/// arm against the baseline model's default arm. A/A copies are no part of them.
/// </summary>
public static class HeadlinePairs
{
    private const string Usual = "threads";

    /// <summary>The model that the others are compared with unless the user names one: threads, or the plan's first.</summary>
    /// <param name="manifest">A plan with at least one case.</param>
    public static string BaselineModel(RunManifest manifest) =>
        manifest.Cases.Exists(planned => planned.Model == Usual) ? Usual : manifest.Cases[0].Model;

    /// <summary>
    /// In the plan's order. In a scenario that the baseline model cannot reach, the first arm of the plan stands in for
    /// it, unless the user named the baseline.
    /// </summary>
    public static IReadOnlyList<HeadlinePair> Of(
        RunAnalysis run,
        string baselineModel,
        bool standIn = true
    ) =>
        [
            .. from scenario in run.Scenarios
            let arms = scenario.Arms.Where(arm => arm.Case.Competes).ToList()
            let baseline = Baseline(arms, baselineModel) ?? (standIn ? arms.FirstOrDefault() : null)
            where baseline is not null
            from contender in arms
            where contender != baseline
            select new HeadlinePair(scenario, baseline, contender),
        ];

    /// <summary>Scenarios of several arms that the baseline model cannot reach.</summary>
    public static IReadOnlyList<Scenario> Without(RunAnalysis run, string baselineModel) =>
        [
            .. run.Scenarios.Where(scenario =>
                scenario.Arms.Where(arm => arm.Case.Competes).ToList() is { Count: > 1 } arms
                && Baseline(arms, baselineModel) is null
            ),
        ];

    private static Arm? Baseline(List<Arm> arms, string model) =>
        arms.Find(arm => arm.Case.Model == model && arm.Case.Variant == VariantName.Default);
}
