using Bench.Measurement.Recording;
using BenchmarkDotNet.Attributes;

namespace Bench.Measurement.Benchmarks;

/// <summary>The same cost when another worker records at full speed into the same recording.</summary>
public class RecordingCostOfTwoWorkers
{
    private const int Repetitions = 64;
    private readonly long[] _latencies = Latencies.Create();
    private readonly LatencyRecorder[] _recorders = new LatencyRecorder[2];

    [GlobalSetup]
    public void Prepare()
    {
        var recording = new LatencyRecording();
        recording.Restart(origin: 0, TimeSpan.FromMilliseconds(5));
        for (var i = 0; i < _recorders.Length; i++)
        {
            _recorders[i] = recording.NewRecorder();
        }
    }

    /// <summary>Time of one worker's operation; starting the threads is under 1 % of it.</summary>
    [Benchmark(OperationsPerInvoke = Latencies.Count * Repetitions)]
    public void Record()
    {
        var threads = Array.ConvertAll(_recorders, recorder => new Thread(() => RecordAll(recorder)));
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }

    private void RecordAll(LatencyRecorder recorder)
    {
        for (var i = 0; i < Repetitions; i++)
        {
            var startedAt = 0L;
            foreach (var latency in _latencies)
            {
                startedAt += 1_000;
                recorder.Record(startedAt, startedAt + latency);
            }
        }
    }
}
