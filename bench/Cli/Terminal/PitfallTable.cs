using System.Globalization;
using Bench.Analysis.Pitfalls;
using Bench.Results;

namespace Bench.Cli.Terminal;

/// <summary>Pitfalls and what was found of them: a group each.</summary>
internal static class PitfallTable
{
    public static void Write(IEnumerable<PitfallFinding> findings) =>
        DataTable.Write(["pitfall", "what was found"], findings.Select(Group));

    private static TableGroup Group(PitfallFinding finding)
    {
        var pitfall = finding.Pitfall;
        var by = finding.Outcome == PitfallOutcome.Caught ? $" by {finding.Detections[0].Detector}" : "";
        return new(
            $"{pitfall.Id.ToUpperInvariant()}: {pitfall.Title}: {PitfallWords.Of(finding.Outcome)}{by}",
            [
                .. finding.Outcome == PitfallOutcome.Caught
                    ? Array.Empty<string[]>()
                    :
                    [
                        ["outcome", finding.Reason],
                    ],
                ["wrong", $"{pitfall.Wrong} ({pitfall.Source})"],
                .. finding.Detections.Select(detection =>
                    new[] { $"by {detection.Detector}", detection.Evidence }
                ),
                .. Places(finding),
                ["control", Control(finding)],
                .. Counters(finding),
                ["in production", pitfall.Seen],
                ["mend", pitfall.Mend],
            ]
        );
    }

    // Of a process that hung the first reason is what the watchdog saw, the others where its threads and tasks stood.
    private static IEnumerable<string[]> Places(PitfallFinding finding) =>
        finding.Detections.Any(detection => detection.Detector == DetectorId.Hang)
        && finding.Refused.Count > 1
            ?
            [
                ["stood at", string.Join("; ", finding.Refused.Skip(1))],
            ]
            : [];

    private static string Control(PitfallFinding finding)
    {
        var right = $"{finding.Pitfall.Workload}/{finding.Pitfall.Control} on the same case";
        return finding.FalseAlarms.Count == 0
            ? $"{right}: no detector called it"
            : $"{right}: {string.Join("; ", finding.FalseAlarms.Select(alarm => $"{alarm.Detector}: {alarm.Evidence}"))}";
    }

    // A process that hung or died leaves no counters; what is known of it stands with its detector.
    private static IEnumerable<string[]> Counters(PitfallFinding finding)
    {
        string[] counters = [.. finding.Counters.Where(counter => counter.Wrong is not null).Select(Words)];
        if (counters.Length > 0)
        {
            yield return ["counters", string.Join("; ", counters)];
        }
    }

    private static string Words(Counter counter) =>
        $"{counter.Name} {Figure(counter.Wrong)}{(counter.Unit.Length == 0 ? "" : $" {counter.Unit}")} (right {Figure(counter.Right)})";

    private static string Figure(double? value) =>
        value is { } figure
            ? figure.ToString(figure < 100 ? "0.##" : "#,0", CultureInfo.InvariantCulture)
            : "none left";
}
