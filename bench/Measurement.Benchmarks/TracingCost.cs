using System.Diagnostics;
using System.Diagnostics.Tracing;
using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;
using Bench.Measurement.Tracing;
using BenchmarkDotNet.Attributes;

namespace Bench.Measurement.Benchmarks;

/// <summary>What a step costs that is not traced, that is traced by sums, and that is a span of .NET's own kinds with a listener.</summary>
[MemoryDiagnoser]
#pragma warning disable CA1001 // BenchmarkDotNet calls Stop
public class TracingCost
#pragma warning restore CA1001
{
    private readonly Tracer _on = new(["step"], SystemClock.Instance);
    private readonly ActivitySource _source = new("bench");
    private readonly Steps _events = new();
    private ActivityListener? _listener;
    private EventListener? _eventsListener;
    private Unit _unit;

    [GlobalSetup]
    public void Listen()
    {
        _unit = new UnitCounter { Tracer = _on }.Enter();
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(_listener);
        _eventsListener = new Everything();
        _eventsListener.EnableEvents(_events, EventLevel.Verbose);
    }

    [GlobalCleanup]
    public void Stop()
    {
        _unit.Dispose();
        _listener!.Dispose();
        _eventsListener!.Dispose();
        _source.Dispose();
        _events.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void Untraced() => Tracer.Off.End(0, 1, Tracer.Off.Begin());

    [Benchmark]
    public void SumsPerUnit() => _on.End(0, 1, _on.Begin());

    [Benchmark]
    public void Activity()
    {
        using var activity = _source.StartActivity("step");
        activity?.SetTag("operation", 1);
    }

    [Benchmark]
    public void TwoEvents()
    {
        _events.Begin(0, 1);
        _events.End(0, 1);
    }

    [EventSource(Name = "Bench-Steps")]
    private sealed class Steps : EventSource
    {
        [Event(1)]
        public void Begin(int step, long operation) => WriteEvent(1, step, operation);

        [Event(2)]
        public void End(int step, long operation) => WriteEvent(2, step, operation);
    }

    private sealed class Everything : EventListener;
}
