using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>What one process did in one round: one line of <c>samples.jsonl</c>.</summary>
public sealed record Sample
{
    /// <summary>The version of this schema; a reader refuses any other.</summary>
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Id of the run that this sample belongs to.</summary>
    public string Run { get; init; } = "";

    /// <summary>Round, from 1.</summary>
    public int Round { get; init; }

    /// <summary>Position within the round's shuffled order, from 1.</summary>
    public int Position { get; init; }

    /// <summary>Permanent case id: workload, model, variant, terms and every parameter.</summary>
    public required string Case { get; init; }

    /// <summary>0 for the case itself, 1 for its second copy in the A/A arm.</summary>
    public int Replica { get; init; }

    public required string Workload { get; init; }
    public required string Model { get; init; }

    /// <summary>The recognised way of using the model; <c>default</c> for the model's own default.</summary>
    public string Variant { get; init; } = VariantName.Default;

    /// <summary><c>told</c> or <c>equal</c>.</summary>
    public string Terms { get; init; } = "equal";

    /// <summary>What the workload asked of every model alike: cases pair up by these.</summary>
    public ParameterSet Parameters { get; init; } = ParameterSet.Empty;

    /// <summary>What this lane used of its own, such as a pool size as told.</summary>
    public ParameterSet Configuration { get; init; } = ParameterSet.Empty;

    /// <summary>How the process ended: see <see cref="SampleStatus"/>.</summary>
    public string Status { get; init; } = SampleStatus.Measured;

    /// <summary>True when every figure may be used. The reasons why not are in <see cref="InvalidBecause"/>.</summary>
    public bool Valid { get; init; }

    public List<string> InvalidBecause { get; init; } = [];

    /// <summary>UTC start of the process.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Name and version of the runtime that did the work, where it was not the run's own: <c>Java 25.0.3</c>; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Runtime { get; init; }

    public OperationCounts Operations { get; init; } = new();

    /// <summary>Length of the measured window, seconds, over all iterations.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>Operations ended (completed, failed, timed out) per second of the window.</summary>
    public double ThroughputPerSecond { get; init; }

    /// <summary>Operations completed in time per second of the window.</summary>
    public double GoodputPerSecond { get; init; }

    public LatencySummary LatencyNanoseconds { get; init; } = new();

    /// <summary>HdrHistogram V2, compressed, base64; null when no operation was recorded.</summary>
    public string? Histogram { get; init; }

    /// <summary>Latency by slice of the measured window, for stalls.</summary>
    public List<LatencySlice> LatencyOverTime { get; init; } = [];

    /// <summary>Load, outcome and queue by slice of the window, where the load changes within it; else empty.</summary>
    /// <remarks>As with every field that is younger than the schema: older files lack it, and the generated reader then gives null.</remarks>
    public List<LoadSlice> LoadOverTime
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>How late the load generator itself was; null for workloads without one.</summary>
    public Lateness? LatenessNanoseconds { get; init; }

    /// <summary>Throughput × mean latency beside the operations really in flight; null when not observed.</summary>
    public LittlesLaw? LittlesLaw { get; init; }

    public MemoryUse MemoryBytes { get; init; } = new();
    public GarbageCollections Gc { get; init; } = new();

    /// <summary>
    /// Processor time (user and system) of the lane in the measured window, seconds: the process's, less
    /// <see cref="MeasuringProcessorSeconds"/>.
    /// </summary>
    public double ProcessorSeconds { get; init; }

    /// <summary>Processor time of the load generator, the backend's timer and the sampler; 0 where it is not told.</summary>
    public double MeasuringProcessorSeconds { get; init; }

    /// <summary>Context switches of the process in the window; null where the system does not tell.</summary>
    public long? ContextSwitches { get; init; }

    public UnitCounts Units { get; init; } = new();

    /// <summary>Most operating-system threads alive at once in the process; null where unknown.</summary>
    public int? ThreadsPeak { get; init; }

    /// <summary>The ThreadPool's threads and queue; null when not observed, and in samples older than this field.</summary>
    public ThreadPoolUse? ThreadPool { get; init; }

    /// <summary>Times that a thread had to wait for a monitor or lock in the window; null in samples older than this field.</summary>
    public long? LockContentions { get; init; }

    /// <summary>How the window looked over time; <c>unknown</c> with too few slices to tell.</summary>
    public SteadyState SteadyState { get; init; }

    public MachineNoise MachineNoise { get; init; } = new();

    /// <summary>Figures that only this workload has, by camelCase name with unit.</summary>
    public SortedDictionary<string, double> Metrics { get; init; } = [];

    /// <summary>Why figures that the workload has are missing: what this system does not offer, by the figure's name.</summary>
    /// <remarks>Null in files from before there were any, as the generated reader has it, so never kept as null.</remarks>
    public SortedDictionary<string, string> AbsentMetrics
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What tracing saw; null in a case that is not traced.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LaneTrace? Trace { get; init; }

    /// <summary>
    /// The sample without what only pictures need, histogram, slices and traced operations; how steady it was is told by the slices
    /// first. A twentieth of the memory.
    /// </summary>
    public Sample FiguresOnly() =>
        this with
        {
            SteadyState = SteadyStates.Of(this),
            Histogram = null,
            LatencyOverTime = [],
            Trace = Trace is null ? null : Trace with { Operations = [] },
        };
}
