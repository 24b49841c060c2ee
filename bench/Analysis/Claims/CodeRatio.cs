using Bench.Analysis.Code;
using Bench.Results;

namespace Bench.Analysis.Claims;

/// <summary>
/// Holds the code of one model against that of another, paired by workload: the default lane of each, in every workload that has
/// both. Counting has no noise; what varies is the workload, so the interval is one over workloads, and says what to expect
/// of another one like them. No workload is set aside.
/// </summary>
internal static class CodeRatio
{
    public static LedgerLine Judge(LedgerLine line, ClaimPart part, IReadOnlyList<RunAnalysis> runs)
    {
        var found = runs.Select(run => (Run: run, Ratios: Ratios(run, line, part.Code!.Measure)))
            .OrderByDescending(pair => pair.Ratios.Count)
            .FirstOrDefault();
        if (found.Run is null || found.Ratios.Count == 0)
        {
            return line with { Reason = "needs a run of both models, with its code (sources.json)" };
        }

        line = line with { Run = found.Run.Manifest.Run, Rounds = found.Ratios.Count };
        if (found.Ratios.Count < PairedRounds.Fewest)
        {
            return line with
            {
                Outcome = ClaimOutcome.Undecided,
                Ratio = Math.Exp(found.Ratios.Average()),
                Reason = $"needs at least {PairedRounds.Fewest} workloads, has {found.Ratios.Count}",
            };
        }

        var test = ThresholdTest.OfAll(found.Ratios, Log(part.AtLeast), Log(part.AtMost));
        return line with
        {
            Outcome = test.Outcome,
            Ratio = Math.Exp(test.Centre),
            Low = Math.Exp(test.Low),
            High = Math.Exp(test.High),
            PValue = test.PValue,
            Reason = $"over {test.Rounds} workloads, {Range(found.Ratios)}; code has no terms",
            Test = test,
        };
    }

    private static List<double> Ratios(RunAnalysis run, LedgerLine line, CodeMeasure measure) =>
        [
            .. from workload in run.Manifest.Cases.GroupBy(planned => planned.Workload)
            let one = Count(run, workload, line.Contender!, measure)
            let other = Count(run, workload, line.Baseline!, measure)
            where one > 0 && other > 0
            orderby workload.Key
            select Math.Log((double)one.Value / other.Value),
        ];

    private static int? Count(
        RunAnalysis run,
        IEnumerable<PlannedCase> workload,
        string model,
        CodeMeasure measure
    )
    {
        var lane = workload.FirstOrDefault(planned =>
            planned.Model == model && planned.Variant == VariantName.Default
        );
        return lane is not null && run.Code.MetricsOf(lane.Source) is { } metrics
            ? measure.Of(metrics)
            : null;
    }

    private static string Range(List<double> ratios) =>
        $"from {Quantities.Significant(Math.Exp(ratios.Min()))}× to {Quantities.Significant(Math.Exp(ratios.Max()))}×";

    private static double? Log(double? threshold) => threshold is { } value ? Math.Log(value) : null;
}
