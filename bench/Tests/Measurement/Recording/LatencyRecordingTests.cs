using Bench.Measurement.Recording;
using Xunit;

namespace Bench.Tests.Measurement.Recording;

public sealed class LatencyRecordingTests
{
    private readonly LatencyRecording _recording = new();

    [Fact]
    public void Everything_that_workers_recorded_at_once_is_in_the_merged_histogram()
    {
        const int Each = 50_000;
        var threads = Enumerable
            .Range(1, 4)
            .Select(worker => new Thread(() =>
            {
                var recorder = _recording.NewRecorder();
                for (var i = 0; i < Each; i++)
                {
                    recorder.Record(0, worker * 1_000);
                }
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        var merged = _recording.Merged();

        Assert.All(Enumerable.Range(1, 4), i => Assert.Equal(Each, merged.GetCountAtValue(i * 1_000)));
        Assert.Equal(10_000.0 * Each, _recording.TotalNanoseconds());
        Assert.Equal(4 * Each, _recording.Slices().Sum(slice => slice.Count));
    }

    [Fact]
    public void A_batch_that_is_not_full_is_read_too()
    {
        _recording.NewRecorder().Record(100, 350);

        Assert.Equal(1, _recording.Merged().TotalCount);
        Assert.Equal(250, _recording.TotalNanoseconds());
    }

    [Fact]
    public void A_restart_forgets_the_warm_up_whether_flushed_or_not()
    {
        var recorder = _recording.NewRecorder();
        for (var i = 0; i < 1_000; i++)
        {
            recorder.Record(0, 1);
        }

        _recording.Restart(origin: 0, TimeSpan.FromMilliseconds(1));
        recorder.Record(0, 5);

        Assert.Equal(1, _recording.Merged().TotalCount);
        Assert.Equal(5, _recording.TotalNanoseconds());
        Assert.Equal(1, _recording.Slices().Sum(slice => slice.Count));
    }

    [Fact]
    public void Latencies_beyond_the_histograms_range_are_kept_at_its_ends()
    {
        var recorder = _recording.NewRecorder();
        recorder.Record(10, 5);
        recorder.Record(0, 2 * TimeSpan.NanosecondsPerTick * TimeSpan.TicksPerHour);

        Assert.Equal(2, _recording.Merged().TotalCount);
        Assert.Equal(1, _recording.Merged().GetValueAtPercentile(0));
    }

    [Fact]
    public void Recording_allocates_nothing()
    {
        var recorder = _recording.NewRecorder();
        recorder.Record(0, 1);
        _recording.Restart(origin: 0, TimeSpan.FromMilliseconds(1));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0L; i < 1_000_000; i++)
        {
            recorder.Record(i * 1_000, (i * 1_000) + (i % 5_000_000));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
