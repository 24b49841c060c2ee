using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Measurement.Runs;

/// <summary>A sample has been taken.</summary>
/// <param name="launch">What was asked for.</param>
/// <param name="sample">What came of it.</param>
/// <param name="done">Launches done in this session.</param>
/// <param name="total">Launches that this session set out to do.</param>
public sealed class SampleTakenEventArgs(Launch launch, Sample sample, int done, int total) : EventArgs
{
    public Launch Launch { get; } = launch;
    public Sample Sample { get; } = sample;
    public int Done { get; } = done;
    public int Total { get; } = total;
}
