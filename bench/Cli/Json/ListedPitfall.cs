using Bench.Analysis.Pitfalls;

namespace Bench.Cli.Json;

/// <summary>A pitfall of <c>verify --pitfalls --json</c>; the fields are those of a finding and of its facts.</summary>
internal sealed record ListedPitfall(
    string Id,
    string Title,
    string Workload,
    string Control,
    string Source,
    PitfallOutcome Outcome,
    string Reason,
    int Launches,
    IReadOnlyList<string> Detectors,
    IReadOnlyList<Detection> Detections,
    IReadOnlyList<Detection> FalseAlarms,
    IReadOnlyList<string> Refused,
    IReadOnlyList<Counter> Counters,
    string Wrong,
    string Seen,
    string Mend
)
{
    public static ListedPitfall Of(PitfallFinding finding) =>
        new(
            finding.Pitfall.Id,
            finding.Pitfall.Title,
            finding.Pitfall.Workload,
            finding.Pitfall.Control,
            finding.Pitfall.Source,
            finding.Outcome,
            finding.Reason,
            finding.Launches,
            finding.Pitfall.Detectors,
            finding.Detections,
            finding.FalseAlarms,
            finding.Refused,
            finding.Counters,
            finding.Pitfall.Wrong,
            finding.Pitfall.Seen,
            finding.Pitfall.Mend
        );
}
