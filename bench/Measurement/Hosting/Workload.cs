using Bench.Measurement.Backend;
using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;
using Bench.Measurement.Resources;
using Bench.Measurement.Tracing;
using Bench.Results;
using BenchmarkDotNet.Attributes;

namespace Bench.Measurement.Hosting;

/// <summary>
/// What every workload shares: the life of a process that measures one case. BenchmarkDotNet's engine calls
/// <see cref="BeginProcess"/>, then for each iteration <see cref="BeginIteration"/>, <see cref="Run"/> and
/// <see cref="EndIteration"/>, then <see cref="EndProcess"/>.
/// </summary>
public abstract class Workload
{
    private readonly Findings _findings = new();
    private int _iteration;
    private SlowedCalls? _slowed;
    private long? _baselineResident;
    private Action? _closeBackend;

    protected Workload() => Window = new MeasuredWindow(InFlight);

    /// <summary>What a report says of the workload.</summary>
    public abstract WorkloadFacts Facts { get; }

    /// <summary>Iterations before anything is kept.</summary>
    public virtual int WarmUpIterations => 1;

    /// <summary>Iterations that are measured; their operations add up to one sample.</summary>
    public virtual int Iterations => 3;

    /// <summary>Time after which the watchdog ends the process.</summary>
    public virtual TimeSpan Limit => TimeSpan.FromSeconds(60);

    /// <summary>Seed of everything random in the case.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>What is slowed down on purpose; null in every ordinary case.</summary>
    internal Slowdown? Slowdown { get; set; }

    /// <summary>Names of the steps that it tells the tracer of; without any it cannot be traced.</summary>
    protected internal virtual IReadOnlyList<string> TracedSteps => [];

    /// <summary>Sees where the lane's time goes, in a case that is traced.</summary>
    protected Tracer Tracer { get; private set; } = Tracer.Off;

    /// <summary>Latencies of all workers.</summary>
    public LatencyRecording Latencies { get; } = new();

    /// <summary>Units of the lane. Each unit enters when it starts and leaves when it ends.</summary>
    public UnitCounter Units { get; } = new();

    /// <summary>Operations in flight.</summary>
    public InFlightGauge InFlight { get; } = new();

    /// <summary>True while the present iteration is measured, false in warm-ups.</summary>
    protected bool IsMeasured => _iteration > WarmUpIterations;

    /// <summary>Figures that only this workload has; the last measured iteration's value stays.</summary>
    public SortedDictionary<string, double> Metrics { get; } = [];

    /// <summary>Why figures that this workload has are missing here, by name.</summary>
    public SortedDictionary<string, string> AbsentMetrics { get; } = [];

    /// <summary>Name and version of the runtime that does the work, where that is not this process's; else null.</summary>
    public string? Runtime { get; set; }

    /// <summary>What the process used while operations were measured.</summary>
    public MeasuredWindow Window { get; }

    /// <summary>False for workloads whose operations overlap in a way that L = λW cannot check.</summary>
    public virtual bool ObeysLittlesLaw => true;

    /// <summary>False for workloads whose memory grows through the window, so that a median says nothing.</summary>
    public virtual bool HasSteadyMemory => true;

    /// <summary>
    /// Callers were starved, a few of them served while the others waited: quantiles over operations then describe
    /// the few and are left out.
    /// </summary>
    protected internal bool StarvesCallers { get; protected set; }

    /// <summary>What the checks after each iteration found.</summary>
    public IReadOnlyList<string> Violations => _findings.Items;

    internal abstract WorkloadCases Cases { get; }

    /// <summary>What it is measured with where a backend is named; none for a workload whose backend is always the simulated one.</summary>
    internal abstract IReadOnlyList<WorkloadCase> CasesOn(string backend);

    /// <summary>How the offered load is set; null for a workload whose load cannot be set.</summary>
    internal abstract LoadControl? Load { get; }

    /// <summary>Why this lane cannot do what it is set to; null when it can.</summary>
    internal abstract string? WhyNot { get; }

    /// <summary>The load over time, where it changes within the window; else null.</summary>
    protected internal LoadSeries? Series { get; protected set; }

    /// <summary>Operations of the measured iterations so far.</summary>
    protected OperationCounts Operations { get; private set; } = new();

    /// <summary>Generator lateness, for workloads that have a generator.</summary>
    protected Lateness? Lateness { get; set; }

    /// <summary>
    /// Operations ended and completed within the window and its length as scheduled, where that differs from the
    /// counts and from the window as observed, which a busy machine opens and closes late.
    /// </summary>
    protected (long Ended, long Completed, double Seconds)? EndedInWindow { get; set; }

    /// <summary>True when the case asks for a slowdown that no backend applied: its figures then are not what it says.</summary>
    internal bool MissedSlowdown => Slowdown is not null && _slowed is not { Calls: > 0 };

    [GlobalSetup]
    public void BeginProcess()
    {
        Prepare();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        _baselineResident = Window.ResidentNow;
    }

    [IterationSetup]
    public void BeginIteration()
    {
        _iteration++;
        if (_iteration == WarmUpIterations + 1)
        {
            Latencies.Restart(SystemClock.Timestamp, TimeSpan.FromMilliseconds(5));
            Units.Restart();
        }

        PrepareIteration();
    }

    [Benchmark]
    public void Run() => RunIteration();

    [IterationCleanup]
    public void EndIteration()
    {
        if (Window.ServersProcessorSeconds is { } seconds)
        {
            Metrics["backendProcessorSeconds"] = seconds;
        }

        try
        {
            FinishIteration();
            Check(_findings);
        }
        finally
        {
            _closeBackend?.Invoke();
        }
    }

    [GlobalCleanup]
    public void EndProcess() => Dispose(_findings);

    /// <summary>The sample of this process, from everything measured so far.</summary>
    public Sample ToSample(PlannedCase planned) =>
        SampleBuilder.Build(this, planned, Operations, EndedInWindow, Lateness, _baselineResident);

    /// <summary>Turns tracing on, before anything else.</summary>
    /// <param name="running">What the model runs on this thread, or null; null for a model that cannot tell.</param>
    internal void TurnTracingOn(Func<object?>? running)
    {
        Tracer = new(TracedSteps, SystemClock.Instance, running);
        Units.Tracer = Tracer;
        Window.Tracer = Tracer;
    }

    /// <summary>What tracing saw so far; null in a case that is not traced.</summary>
    internal LaneTrace? ToTrace() => Tracer.ToTrace();

    /// <summary>A simulated device for the lane to call; one that is slowed down when the case asks for it.</summary>
    /// <param name="capacity">Calls served at once; the rest wait in order. Unlimited by default.</param>
    protected SimulatedBackend NewBackend(int capacity = int.MaxValue)
    {
        _slowed = Slowdown is null ? null : new SlowedCalls(Slowdown, Seed);
        return new SimulatedBackend(capacity, _slowed, Tracer);
    }

    /// <summary>What the lane calls for each request: the simulated device, or a real backend.</summary>
    /// <param name="name">Its name: <see cref="BackendName.Simulated"/>, or one of <see cref="RealBackends.Names"/>.</param>
    /// <param name="setup">What a real one is opened with, and what the simulated one takes for a request.</param>
    private protected ServiceBackend<TRequest> NewBackend<TRequest>(string name, BackendSetup<TRequest> setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
#pragma warning disable CA2000 // EndLoad disposes the device
        ServiceBackend<TRequest> backend =
            name == BackendName.Simulated
                ? new SimulatedService<TRequest>(NewBackend(), setup.ServiceTime)
                : RealBackends.Open(name, setup);
#pragma warning restore CA2000
        _closeBackend = backend.Close;
        Window.Servers = () => backend.Processes;
        return backend;
    }

    /// <summary>Adds the operations of a measured iteration.</summary>
    protected void Count(OperationCounts counts)
    {
        if (IsMeasured)
        {
            Operations = Operations.Plus(counts);
        }
    }

    /// <summary>Runs <paramref name="body"/> inside the measured window, unless this is a warm-up.</summary>
    protected void Measure(Action body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!IsMeasured)
        {
            body();
            return;
        }

        Latencies.Flush();
        Window.Open();
        Latencies.Continue(SystemClock.Timestamp - (long)(Window.Seconds * 1e9));
        body();
        Window.Close();
    }

    /// <summary>The same with <paramref name="once"/> run again and again until the time is over, at least once.</summary>
    /// <param name="milliseconds">The time.</param>
    /// <param name="once">What is run.</param>
    protected void MeasureFor(int milliseconds, Action once)
    {
        ArgumentNullException.ThrowIfNull(once);
        Measure(() =>
        {
            var until = SystemClock.Timestamp + (milliseconds * 1_000_000L);
            do
            {
                once();
            } while (SystemClock.Timestamp < until);
        });
    }

    /// <summary>Once per process, before anything is measured.</summary>
    protected virtual void Prepare() { }

    /// <summary>Before each iteration: fresh state, so that iterations are alike.</summary>
    protected abstract void PrepareIteration();

    /// <summary>The iteration itself.</summary>
    protected abstract void RunIteration();

    /// <summary>After each iteration, outside the window.</summary>
    protected virtual void FinishIteration() { }

    /// <summary>The invariant.</summary>
    protected abstract void Check(Findings findings);

    /// <summary>Once, at the end of the process.</summary>
    protected virtual void Dispose(Findings findings) { }
}
