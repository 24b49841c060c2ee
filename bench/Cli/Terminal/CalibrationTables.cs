using System.Globalization;
using Bench.Analysis;
using Bench.Cli.Json;

namespace Bench.Cli.Terminal;

/// <summary>What a calibration found, as tables on standard output.</summary>
internal static class CalibrationTables
{
    private const int StatedRounds = 20;

    /// <summary>What was injected, and everything in sentences.</summary>
    public static void WriteFindings(Calibration pairs, CalibrationResult result)
    {
        if (result.Injected.Count > 0)
        {
            WriteInjected(result.Injected);
        }

        if (result.Stated.Count > 0)
        {
            WriteStated(result.Stated);
        }

        Console.Out.WriteLine(pairs.Sentence(StatedRounds));
        Console.Out.WriteLine(
            pairs.Different.Count == 0
                ? $"A/A: the same code was not called different in any of {pairs.Items.Count} comparisons"
                : $"A/A: the same code was called different in {pairs.Different.Count} of {pairs.Items.Count} comparisons, so verdicts made here are not to be trusted"
        );
        if (result.Injected.Count > 0)
        {
            WriteInjectedLine(result.Injected);
        }

        if (result.Stated.Count > 0)
        {
            var wrong = result.Stated.Count(finding => !finding.Agrees);
            Console.Out.WriteLine(
                $"stated: a slowdown of just the stated size agrees with the calibration in {result.Stated.Count - wrong} of {result.Stated.Count} metrics"
            );
        }
    }

    /// <summary>What the A/A pairs resolve.</summary>
    public static void WriteResolutions(Calibration pairs)
    {
        Console.Out.WriteLine(
            "Smallest difference shown in percent, by rounds and chance; in brackets the 95 % interval of that figure itself:"
        );
        DataTable.Write(
            [
                "same code twice",
                "metric",
                "rounds",
                "spread",
                .. Resolution.Plans.Select(rounds => Text($"{rounds}, 80 %")),
                Text($"{StatedRounds}, 80 %, interval"),
                Text($"{StatedRounds}, 95 %, interval"),
                "called",
            ],
            pairs.Items.Select(item =>
                (string[])
                    [
                        item.Workload,
                        item.Metric.Id,
                        Text($"{item.Verdict.Rounds}"),
                        item.Resolution is { } resolution ? Text($"{resolution.Spread * 100:0.##} %") : "-",
                        .. Resolution.Plans.Select(rounds => Point(item, rounds)),
                        Interval(item, Resolution.Probably),
                        Interval(item, Resolution.AlmostSurely),
                        Word(item.Verdict),
                    ]
            )
        );
        var unresolved = pairs.Items.Where(item => item.Resolution is null).ToList();
        if (unresolved.Count > 0)
        {
            Console.Out.WriteLine(
                "not resolved, for want of common valid rounds with the figure: "
                    + string.Join(", ", unresolved.Select(item => $"{item.Workload} {item.Metric.Id}"))
            );
        }
    }

    private static void WriteInjected(IEnumerable<InjectedFinding> findings) =>
        DataTable.Write(
            ["arm", "metric", "asked", "found, 99 % interval", "called", "as asked"],
            findings.Select(finding =>
                (string[])
                    [
                        finding.Arm,
                        finding.Verdict.Metric,
                        finding.Touched
                            ? $"worse, {Quantities.Significant(finding.Asked)} times"
                            : "not touched",
                        Ratio(finding.Verdict),
                        Word(finding.Verdict),
                        finding.AsExpected ? "yes" : "NO",
                    ]
            )
        );

    private static void WriteInjectedLine(IReadOnlyList<InjectedFinding> findings)
    {
        var touched = findings.Where(finding => finding.Touched).ToList();
        var rest = findings.Where(finding => !finding.Touched).ToList();
        var equivalent = rest.Count(finding => finding.Verdict.Outcome == Outcome.Equivalent);
        var wrong = rest.Count(finding => !finding.AsExpected);
        Console.Out.WriteLine(
            $"injected: found in {touched.Count(finding => finding.AsExpected)} of {touched.Count} comparisons that are touched; "
                + $"of {rest.Count} that are not, {wrong} called different, {equivalent} equivalent within {InjectionCheck.Margin * 100:0} %, {rest.Count - wrong - equivalent} undecided"
        );
    }

    private static void WriteStated(IEnumerable<StatedFinding> findings) =>
        DataTable.Write(
            ["injected", "metric", "stated chance of being shown", "found, 99 % interval", "shown", "agrees"],
            findings.Select(finding =>
                (string[])
                    [
                        Text($"+{(finding.Injected - 1) * 100:0.##} %"),
                        finding.Metric,
                        Text($"{finding.Chance * 100:0} %"),
                        Ratio(finding.Verdict),
                        finding.Shown ? "yes" : "no",
                        finding.Agrees ? "yes" : "NO",
                    ]
            )
        );

    private static string Point(CalibratedMetric item, int rounds) =>
        item.Resolution?.At(rounds, Resolution.Probably).ToPercent() ?? "-";

    private static string Interval(CalibratedMetric item, double chance) =>
        item.Resolution?.At(StatedRounds, chance).ToString() ?? "-";

    private static string Ratio(Verdict verdict) =>
        verdict is { Ratio: { } ratio, Low: { } low, High: { } high }
            ? Text($"{ratio:0.0000} [{low:0.0000} – {high:0.0000}]")
            : "-";

    private static string Word(Verdict verdict) => $"{verdict.Outcome}".ToLowerInvariant();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
