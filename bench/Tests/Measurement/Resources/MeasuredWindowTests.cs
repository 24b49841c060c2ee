using Bench.Measurement.Recording;
using Bench.Measurement.Resources;
using Xunit;

namespace Bench.Tests.Measurement.Resources;

public sealed class MeasuredWindowTests
{
    private const long Mebibyte = 1 << 20;
    private readonly InFlightGauge _inFlight = new();
    private readonly MeasuredWindow _window;

    public MeasuredWindowTests() => _window = new MeasuredWindow(_inFlight);

    [Fact]
    public void Operations_in_flight_are_averaged_over_the_time_that_the_window_was_open()
    {
        _inFlight.Enter();
        _inFlight.Enter();

        Measure(() => Thread.Sleep(20));

        Assert.Equal(2, _window.MeanInFlight!.Value, 1e-9);
    }

    [Fact]
    public void Several_iterations_add_up()
    {
        Measure(() => Thread.Sleep(10));
        var once = _window.Seconds;
        Measure(() => Thread.Sleep(10));

        Assert.InRange(once, 0.01, 30);
        Assert.InRange(_window.Seconds, once + 0.01, 60);
    }

    [Fact]
    public void Allocations_and_collections_of_the_window_are_counted()
    {
        Measure(() =>
        {
            GC.KeepAlive(new byte[10 * Mebibyte]);
            GC.Collect();
        });

        Assert.InRange(_window.AllocatedBytes, 10 * Mebibyte, long.MaxValue);
        Assert.InRange(_window.Collections().Gen2, 1, int.MaxValue);
        Assert.InRange(_window.Collections().PauseTotalMilliseconds ?? 0, double.Epsilon, double.MaxValue);
        Assert.InRange(
            _window.Memory(null, operations: 10).AllocatedPerOperation ?? 0,
            Mebibyte,
            double.MaxValue
        );
    }

    [Fact]
    public void The_highest_memory_of_any_iteration_is_kept_and_later_memory_is_not_charged()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells the highest resident set of a window");
        Measure(() => Touch(200 * Mebibyte));
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var first = _window.Memory(null, 1).PeakResident;

        Measure(() => { });

        var both = _window.Memory(null, 1).PeakResident;
        Touch(300 * Mebibyte);
        Assert.InRange(both!.Value, first!.Value, long.MaxValue);
        Assert.Equal(both, _window.Memory(null, 1).PeakResident);
    }

    [Fact]
    public void Context_switches_processor_time_and_threads_are_told_on_Linux()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere these are absent");

        Measure(() =>
        {
            for (var i = 0; i < 20; i++)
            {
                Thread.Sleep(1);
            }
        });

        Assert.InRange(_window.ContextSwitches!.Value, 20, long.MaxValue);
        Assert.InRange(_window.ProcessorSeconds, 0, _window.Seconds * Environment.ProcessorCount + 1);
        Assert.InRange(_window.ThreadsPeak!.Value, 2, int.MaxValue);
        Assert.NotNull(_window.Noise().StealFraction);
    }

    private static void Touch(long bytes)
    {
        var memory = GC.AllocateUninitializedArray<byte>((int)bytes);
        for (var i = 0; i < memory.Length; i += 4_096)
        {
            memory[i] = 1;
        }
    }

    private void Measure(Action body)
    {
        _window.Open();
        body();
        _window.Close();
    }
}
