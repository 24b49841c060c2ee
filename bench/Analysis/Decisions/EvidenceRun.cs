using Bench.Results;

namespace Bench.Analysis.Decisions;

/// <summary>A run that evidence is taken from.</summary>
/// <param name="Manifest">Its plan.</param>
/// <param name="Samples">Its samples.</param>
/// <param name="Sources">The code of its lanes; may be none.</param>
/// <param name="Folder">Where it is.</param>
public sealed record EvidenceRun(
    RunManifest Manifest,
    IReadOnlyList<Sample> Samples,
    IReadOnlyList<SourceFile> Sources,
    string Folder
);
