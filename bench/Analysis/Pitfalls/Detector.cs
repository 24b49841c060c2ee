using Bench.Results;

namespace Bench.Analysis.Pitfalls;

/// <summary>Calls a sample faulty by what is in it, whichever lane it is of.</summary>
/// <param name="Id">See <see cref="DetectorId"/>.</param>
/// <param name="Looks">What it looks at, in a sentence.</param>
/// <param name="Evidence">What it found in a sample; null when there is nothing to call.</param>
public sealed record Detector(string Id, string Looks, Func<Sample, string?> Evidence);
