using Bench.Results;

namespace Bench.Analysis.Pitfalls;

/// <summary>A pitfall, judged: an element of <c>verify --pitfalls --json</c>.</summary>
/// <param name="Pitfall">The pitfall.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Launches">Launches of the wrong lane.</param>
/// <param name="Detections">What was found in the launch that was caught, that of the pitfall's own detectors first; else in the last one.</param>
/// <param name="FalseAlarms">What was found in launches of the right lane; must be empty.</param>
/// <param name="Refused">Why samples of the launch could not have entered a figure; of a process that hung, where it stood.</param>
/// <param name="Counters">What could have been watched, of the wrong lane beside the right one.</param>
/// <param name="Reason">The outcome in a sentence.</param>
public sealed record PitfallFinding(
    PitfallFacts Pitfall,
    PitfallOutcome Outcome,
    int Launches,
    IReadOnlyList<Detection> Detections,
    IReadOnlyList<Detection> FalseAlarms,
    IReadOnlyList<string> Refused,
    IReadOnlyList<Counter> Counters,
    string Reason
);
