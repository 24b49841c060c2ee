using Bench.Analysis;

namespace Bench.Reporter;

/// <summary>A run that a later one is shown beside.</summary>
/// <param name="Run">What it says; histograms and slices are not needed.</param>
/// <param name="Warnings">Why the two compare badly: other machines, cases that only one has, samples that were refused. A sentence each.</param>
/// <param name="Notes">In what else they differ, a sentence each.</param>
public sealed record EarlierRun(RunAnalysis Run, IReadOnlyList<string> Warnings, IReadOnlyList<string> Notes);
