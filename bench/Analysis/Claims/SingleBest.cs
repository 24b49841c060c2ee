using Bench.Results;

namespace Bench.Analysis.Claims;

/// <summary>
/// Whether some model is best or tied in every workload and metric. All pairs of models in all scenarios of the terms are
/// one dashboard (Benjamini–Hochberg). The claim that none is holds when every model is shown to be beaten somewhere; it
/// is refuted when some model is shown to be better than, or equivalent to, every other everywhere.
/// </summary>
internal static class SingleBest
{
    private static readonly Metric[] s_metrics =
    [
        Metrics.Throughput,
        Metrics.P99,
        Metrics.PeakResident,
        Metrics.ProcessorSecondsPerOperation,
    ];

    public static LedgerLine Judge(LedgerLine line, IReadOnlyList<RunAnalysis> runs) =>
        runs.Select(run => (Run: run, Scenarios: Scenarios(run, line.Terms!)))
            .FirstOrDefault(pair => pair.Scenarios.DistinctBy(scenario => scenario.Workload.Id).Count() > 1)
            is { Run: not null } found
            ? Judge(line with { Run = found.Run.Manifest.Run }, found.Scenarios)
            : line with
            {
                Reason = "needs a run of at least two workloads and two models on these terms",
            };

    private static List<Scenario> Scenarios(RunAnalysis run, string terms) =>
        [.. run.Scenarios.Where(scenario => scenario.Terms == terms && Defaults(scenario).Skip(1).Any())];

    private static IEnumerable<Arm> Defaults(Scenario scenario) =>
        scenario.Competing.Where(arm => arm.Case.Variant == VariantName.Default);

    // What a model cannot do is no place where it could have been beaten.
    private static bool TakesPart(Scenario scenario, string model) =>
        Defaults(scenario).Any(arm => arm.Case.Model == model)
        || scenario.Unreachable.Any(item => item.Model == model);

    private static LedgerLine Judge(LedgerLine line, List<Scenario> scenarios)
    {
        var verdicts = Family.BenjaminiHochberg([
            .. from scenario in scenarios
            let arms = Defaults(scenario).ToList()
            from metric in s_metrics.Prepend(scenario.Metric).Distinct()
            from first in Enumerable.Range(0, arms.Count)
            from second in Enumerable.Range(first + 1, arms.Count - first - 1)
            let verdict = Comparison.Compare(arms[first], arms[second], metric)
            where verdict.Rounds > 0
            select verdict,
        ]);
        var standings = scenarios
            .SelectMany(Defaults)
            .Select(arm => arm.Case.Model)
            .Distinct()
            .Select(model => new ModelRecord(
                model,
                verdicts,
                tookPart: scenarios.TrueForAll(scenario => TakesPart(scenario, model))
            ))
            .ToList();
        var winner = standings.Find(standing => standing.IsNowhereBehind);
        string[] open =
        [
            .. standings.Where(standing => standing.BeatenIn is null).Select(standing => standing.Model),
        ];
        return line with
        {
            Rounds = verdicts.Count == 0 ? 0 : verdicts.Min(verdict => verdict.Rounds),
            Outcome =
                winner is not null ? ClaimOutcome.Refuted
                : open.Length > 0 ? ClaimOutcome.Undecided
                : ClaimOutcome.Holds,
            Reason =
                winner is not null
                    ? $"{winner.Model} is best or tied in all its {winner.Comparisons} comparisons"
                : open.Length > 0 ? $"not shown to be beaten anywhere: {string.Join(", ", open)}"
                : $"every model is beaten somewhere: {string.Join("; ", standings.Select(standing => standing.Words))}",
        };
    }

    private sealed class ModelRecord
    {
        public ModelRecord(string model, IReadOnlyList<Verdict> verdicts, bool tookPart)
        {
            Model = model;
            Verdict[] own =
            [
                .. verdicts
                    .Where(verdict => verdict.Contender == model || verdict.Baseline == model)
                    .Select(verdict => verdict.Contender == model ? verdict : verdict.Reversed()),
            ];
            BeatenIn = Array.Find(own, verdict => verdict.Outcome == Outcome.Worse);
            Comparisons = own.Length;
            IsNowhereBehind =
                tookPart
                && own.Length > 0
                && Array.TrueForAll(own, verdict => verdict.Outcome is Outcome.Better or Outcome.Equivalent);
        }

        public string Model { get; }

        public Verdict? BeatenIn { get; }

        public int Comparisons { get; }

        public bool IsNowhereBehind { get; }

        public string Words =>
            $"{Model} by {BeatenIn!.Baseline} in {BeatenIn.Workload}, {BeatenIn.Metric} ({Figure(BeatenIn)})";

        private static string Figure(Verdict verdict) =>
            verdict is { Ratio: { } ratio, Low: { } low, High: { } high }
                ? $"{Quantities.Significant(ratio)}× [{Quantities.Significant(low)}× – {Quantities.Significant(high)}×]"
                : verdict.Reason ?? "no finite ratio";
    }
}
