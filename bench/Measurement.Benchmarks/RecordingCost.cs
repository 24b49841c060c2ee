using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;
using BenchmarkDotNet.Attributes;

namespace Bench.Measurement.Benchmarks;

/// <summary>
/// What measuring an operation costs the worker that does it: at most 25 ns beside the clock read, and nothing
/// allocated. Handing full batches on is included.
/// </summary>
[MemoryDiagnoser]
public class RecordingCost
{
    private readonly long[] _latencies = Latencies.Create();
    private LatencyRecorder _recorder = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var recording = new LatencyRecording();
        recording.Restart(origin: 0, TimeSpan.FromMilliseconds(5));
        _recorder = recording.NewRecorder();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Latencies.Count)]
    public long ClockRead()
    {
        var sum = 0L;
        for (var i = 0; i < Latencies.Count; i++)
        {
            sum += SystemClock.Timestamp;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Latencies.Count)]
    public void Record()
    {
        var startedAt = 0L;
        foreach (var latency in _latencies)
        {
            startedAt += 1_000;
            _recorder.Record(startedAt, startedAt + latency);
        }
    }
}
