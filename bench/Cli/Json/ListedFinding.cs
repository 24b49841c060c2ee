using Bench.Analysis;
using Bench.Analysis.Gating;

namespace Bench.Cli.Json;

/// <summary>An element of <c>findings</c> in <c>gate --json</c>.</summary>
/// <param name="Case">Permanent id of the case.</param>
/// <param name="Decides">True for the workload's own metric, false for one that is watched beside it.</param>
/// <param name="Outcome"><c>passed</c>, <c>failed</c> or <c>inconclusive</c>.</param>
/// <param name="Reason">Why, where the figures do not speak for themselves; null where they do.</param>
/// <param name="Comparison">This tree against base, as an element of <c>compare --json</c>.</param>
internal sealed record ListedFinding(
    string Case,
    bool Decides,
    GateOutcome Outcome,
    string? Reason,
    Verdict Comparison
);
