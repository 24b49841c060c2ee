using Bench.Analysis;

namespace Bench.Cli.Json;

/// <summary><c>calibration.json</c>: what differences a machine resolves, and whether what was injected was found.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="Run">Id of the run of A/A pairs beside this file.</param>
/// <param name="Fingerprint">The kind of machine, as in the manifest.</param>
/// <param name="Resolutions">One per A/A pair and metric.</param>
/// <param name="Verdicts">On each A/A pair: none may be better or worse.</param>
/// <param name="Injected">Each injected slowdown in each metric; empty when none was injected, or not to the end.</param>
/// <param name="Stated">
/// A slowdown of the stated size in each latency metric that rounds enough have; empty when none was injected, or not to the end.
/// </param>
internal sealed record CalibrationResult(
    int SchemaVersion,
    string Run,
    string Fingerprint,
    IReadOnlyList<StatedResolution> Resolutions,
    IReadOnlyList<Verdict> Verdicts,
    IReadOnlyList<InjectedFinding> Injected,
    IReadOnlyList<StatedFinding> Stated
);
