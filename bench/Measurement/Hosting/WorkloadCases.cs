using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>A lane's cases and the way to set one of them.</summary>
internal sealed record WorkloadCases(IReadOnlyList<WorkloadCase> All, Action<ParameterSet> Configure);
