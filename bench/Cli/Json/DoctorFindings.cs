using Bench.Results;

namespace Bench.Cli.Json;

/// <summary>The document of <c>doctor --json</c>.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="Fit">False when something makes measuring meaningless.</param>
/// <param name="Fingerprint">The kind of machine, as in a manifest.</param>
/// <param name="Checks">What was looked at.</param>
/// <param name="Calibration">What a calibration found; null without one.</param>
internal sealed record DoctorFindings(
    int SchemaVersion,
    bool Fit,
    string Fingerprint,
    IReadOnlyList<MachineCheck> Checks,
    CalibrationResult? Calibration
);
