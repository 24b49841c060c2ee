using Bench.Analysis;
using Bench.Reporter.Words;

namespace Bench.Reporter.Csv;

/// <summary><c>summary.csv</c>: a line per case and A/A copy, every metric with the ends of its 95 % interval.</summary>
internal static class SummaryCsv
{
    private static readonly string[] Names =
    [
        "case",
        "workload",
        "model",
        "variant",
        "terms",
        "parameters",
        "replica",
        "state",
        "validSamples",
        "refusedSamples",
    ];

    public static string Of(RunAnalysis run)
    {
        var arms = run.Scenarios.SelectMany(scenario => scenario.Arms).ToList();
        var metrics = Metrics.In(arms.SelectMany(arm => arm.Samples));
        var header = Names.Concat(
            metrics.SelectMany(metric => new[] { Name(metric), $"{Name(metric)}Low", $"{Name(metric)}High" })
        );
        return string.Concat(
            arms.Select(arm => Fields(arm, metrics))
                .Prepend(header.Select(CsvText.Field))
                .Select(fields => string.Join(',', fields) + "\r\n")
        );
    }

    private static IEnumerable<string> Fields(Arm arm, IReadOnlyList<Metric> metrics) =>
        [
            CsvText.Field(arm.Case.Case),
            CsvText.Field(arm.Case.Workload),
            CsvText.Field(arm.Case.Model),
            CsvText.Field(arm.Case.Variant),
            CsvText.Field(arm.Case.Terms),
            CsvText.Field(arm.Case.Parameters.ToString()),
            CsvText.Field(arm.Case.Replica),
            CsvText.Field(ArmWords.IsShown(arm) ? "measured" : ArmWords.WhyNone(arm)),
            CsvText.Field(arm.Samples.Count),
            CsvText.Field(arm.Refused.Count),
            .. metrics.SelectMany(metric => Figures(arm, metric)),
        ];

    private static IEnumerable<string> Figures(Arm arm, Metric metric)
    {
        var estimate = ArmWords.Shown(arm, metric);
        return [CsvText.Field(estimate?.Value), CsvText.Field(estimate?.Low), CsvText.Field(estimate?.High)];
    }

    // The unit stands in the name, once: p95Nanoseconds, but residentBytesPerUnit as it is.
    private static string Name(Metric metric)
    {
        var unit = metric.Unit is Unit.Count ? "" : metric.Unit.ToString();
        return metric.Id.Contains(unit, StringComparison.OrdinalIgnoreCase) ? metric.Id : metric.Id + unit;
    }
}
