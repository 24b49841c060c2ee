using Bench.Results;

namespace Bench.Analysis.Decisions;

/// <summary>Where the order of options changes along the load, as far as the evidence has runs at several loads.</summary>
internal static class LoadCrossovers
{
    /// <summary>Pairs of the chosen option with others on equal terms, in what is paid for; empty when nobody measured other loads.</summary>
    /// <param name="requirement">Workload and load.</param>
    /// <param name="runs">The runs of the evidence.</param>
    /// <param name="chosen">The chosen option; null when there is none.</param>
    public static IReadOnlyList<CrossoverAnalysis> Of(
        Requirement requirement,
        IReadOnlyList<EvidenceRun> runs,
        OptionEvidence? chosen
    ) =>
        chosen is null
            ? []
            :
            [
                .. from run in runs
                from sweep in Sweeps(run, requirement)
                where sweep.Others.All(item => IsAlike(item, chosen.Option.Case.Parameters))
                from criterion in requirement.Criteria
                where criterion.Metric is not null && requirement.Weights.Of(criterion) > 0
                from pair in Crossovers.Along(sweep, criterion.Metric!)
                where pair.One == chosen.Arm!.Name || pair.Other == chosen.Arm!.Name
                where pair.Answer != CrossoverAnswer.TooFewPoints
                select pair,
            ];

    // How long a launch is watched is no part of what is asked.
    private static bool IsAlike(KeyValuePair<string, string> item, ParameterSet asked) =>
        item.Key is "warmUpMilliseconds" or "measuredMilliseconds" || asked[item.Key] == item.Value;

    private static IEnumerable<Sweep> Sweeps(EvidenceRun run, Requirement requirement) =>
        run.Manifest.Capacity is not null
            ? []
            : Sweep
                .In(RunAnalysis.Of(run.Manifest, run.Samples))
                .Where(sweep =>
                    sweep.Workload == requirement.Workload.Id
                    && sweep.Parameter == requirement.Parameter
                    && sweep.Terms == "equal"
                );
}
