using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>What the runner asks of a model's process: one case, one round.</summary>
/// <param name="Case">The case.</param>
/// <param name="Seed">Seed of the round: the same for every case, so that models meet the same requests.</param>
/// <param name="SamplePath">Where the process writes its sample.</param>
/// <param name="RunnerId">Id of the runner's process: without it the sample is of no use. 0 for none.</param>
internal sealed record SampleRequest(PlannedCase Case, ulong Seed, string SamplePath, int RunnerId = 0);
