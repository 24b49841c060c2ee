using Bench.Results;

namespace Bench.Measurement.Runs;

/// <summary>What came of a model's process.</summary>
/// <param name="Sample">Its sample, or one that says why there is none.</param>
/// <param name="ExitCode">The process's exit code.</param>
/// <param name="ProcessId">The process's id.</param>
/// <param name="Lines">What BenchmarkDotNet's engine printed.</param>
internal sealed record ChildOutput(Sample Sample, int ExitCode, int ProcessId, IReadOnlyList<string> Lines);
