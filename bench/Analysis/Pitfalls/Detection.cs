namespace Bench.Analysis.Pitfalls;

/// <summary>What a detector found in one launch.</summary>
/// <param name="Detector">Id of the detector.</param>
/// <param name="Evidence">What it found, in words and figures.</param>
public sealed record Detection(string Detector, string Evidence);
