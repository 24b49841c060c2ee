using Bench.Measurement.Recording;
using Bench.Measurement.Tracing;
using Bench.Results;

namespace Bench.Measurement.Resources;

/// <summary>
/// Accumulates what the process used while the window was open; several iterations open and close it in turn.
/// </summary>
public sealed class MeasuredWindow
{
    // The machine's counters tick every 10 ms.
    private const double ShortestSeconds = 0.1;
    private readonly ResourceSampler _sampler;
    private Snapshot _opened;
    private double _stolen;
    private double _machineTotal;
    private double _otherBusy;
    private bool _machineKnown;
    private int _gen0;
    private int _gen1;
    private int _gen2;
    private double _pauseMilliseconds;
    private long? _contextSwitches;
    private long _managedHeap;
    private long? _peakResident;
    private double _processorSeconds;
    private ManagedUse? _told;
    private long _lockContentions;
    private Dictionary<int, double> _serving = [];

    internal MeasuredWindow(InFlightGauge inFlight) => _sampler = new ResourceSampler(inFlight);

    /// <summary>Seconds that the window was open, over all iterations.</summary>
    public double Seconds { get; private set; }

    /// <summary>Processor time of the lane: the process's, less that of the measuring side's threads where that is told.</summary>
    public double ProcessorSeconds =>
        IsOwn
            ? Math.Max(0, _processorSeconds - MeasuringProcessorSeconds)
            : _told?.ProcessorSeconds ?? _processorSeconds;

    /// <summary>Processor time of generator, backend timer and sampler; 0 where the system does not tell.</summary>
    public double MeasuringProcessorSeconds { get; private set; }

    public long AllocatedBytes { get; private set; }
    public double? MeanInFlight => IsOwn ? MeanInFlightHere : _told?.MeanInFlight;

    /// <summary>Operations in flight as this process's gauge had them, time-averaged, whoever does the work.</summary>
    public double? MeanInFlightHere => _sampler.MeanInFlight;

    /// <summary>Ids of the processes that are measured in place of this one, because they do the work; empty for this one.</summary>
    public IReadOnlyList<int> Watched
    {
        get => _sampler.Watched.Ids;
        set => _sampler.Watched = new(value);
    }

    /// <summary>
    /// Ids of other processes on this machine that serve the lane, such as a database's, as they are at the moment. What they use
    /// disturbs nothing: it is what is measured.
    /// </summary>
    public Func<IReadOnlyList<int>>? Servers { get; set; }

    /// <summary>Processor time of those processes; null where none is known.</summary>
    internal double? ServersProcessorSeconds { get; private set; }

    /// <summary>Resident bytes right now; null where the system does not tell.</summary>
    internal long? ResidentNow => _sampler.Watched.Now().Resident;

    /// <summary>Told of operations in flight and of memory while the window is open, or null.</summary>
    internal LoadSeries? Series
    {
        set => _sampler.Series = value;
    }

    /// <summary>Sees the lane while the window is open.</summary>
    internal Tracer Tracer { get; set; } = Tracer.Off;

    /// <summary>
    /// A quantile of the resident bytes seen while the window was open, every 20 ms; null where the system does not tell.
    /// </summary>
    public long? ResidentQuantile(double quantile) => _sampler.ResidentQuantile(quantile);

    internal int? ThreadsPeak => _sampler.ThreadsPeak;
    internal ThreadPoolUse? Pool => IsOwn ? _sampler.Pool : null;
    internal long? ContextSwitches => _contextSwitches;

    /// <summary>Times that a thread had to wait for a monitor or lock.</summary>
    internal long? LockContentions => IsOwn ? _lockContentions : null;

    /// <summary>What the watched process told of itself over the whole window.</summary>
    public void Tell(ManagedUse told) => _told = told;

    public void Open()
    {
        Tracer.Open();
        _sampler.Watched.ResetPeak();
        _sampler.Open();
        _serving = Serving();
        _opened = Snapshot.AtOpening(_sampler.Watched);
    }

    public void Close()
    {
        var closed = Snapshot.AtClosing(_sampler.Watched);
        Tracer.Close();
        _managedHeap = GC.GetTotalMemory(forceFullCollection: false);
        _peakResident = _sampler.Watched.PeakResident is { } peak ? Math.Max(_peakResident ?? 0, peak) : null;
        _sampler.Close();

        var seconds = (closed.Timestamp - _opened.Timestamp) / 1e9;
        var processor = closed.ProcessorSeconds - _opened.ProcessorSeconds;
        Seconds += seconds;
        _processorSeconds += processor;
        MeasuringProcessorSeconds += closed.MeasuringSeconds - _opened.MeasuringSeconds;
        AllocatedBytes += closed.AllocatedBytes - _opened.AllocatedBytes;
        _contextSwitches =
            closed.ContextSwitches is { } switches && _opened.ContextSwitches is { } before
                ? (_contextSwitches ?? 0) + switches - before
                : null;
        _lockContentions += closed.LockContentions - _opened.LockContentions;
        _gen0 += closed.Gen0 - _opened.Gen0;
        _gen1 += closed.Gen1 - _opened.Gen1;
        _gen2 += closed.Gen2 - _opened.Gen2;
        _pauseMilliseconds += (closed.GcPause - _opened.GcPause).TotalMilliseconds;
        if (closed.Machine is { } machine && _opened.Machine is { } earlier)
        {
            _machineKnown = true;
            _stolen += machine.Stolen - earlier.Stolen;
            _machineTotal += machine.TotalSince(earlier);
            _otherBusy += machine.OthersSince(earlier);
        }

        foreach (var (server, used) in Serving())
        {
            var since = used - _serving.GetValueOrDefault(server);
            ServersProcessorSeconds = (ServersProcessorSeconds ?? 0) + since;
            _otherBusy -= since;
        }
    }

    private bool IsOwn => Watched.Count == 0;

    internal MemoryUse Memory(long? baselineResident, long operations, bool isSteady = true) =>
        new()
        {
            PeakResident = _told?.PeakResidentBytes ?? _peakResident,
            SteadyResident = isSteady && _told?.PeakResidentBytes is null ? _sampler.MedianResident : null,
            BaselineResident = baselineResident,
            ManagedHeap = IsOwn ? _managedHeap : _told?.HeapBytes,
            AllocatedPerOperation =
                operations == 0 ? 0
                : IsOwn ? (double)AllocatedBytes / operations
                : _told?.AllocatedBytes / (double)operations,
        };

    internal GarbageCollections Collections() =>
        IsOwn ? OwnCollections() : _told?.Collections ?? new() { PauseTotalMilliseconds = null };

    private Dictionary<int, double> Serving() =>
        Servers?.Invoke().Distinct().ToDictionary(id => id, ResourceUsage.ProcessorSecondsOf) ?? [];

    private GarbageCollections OwnCollections() =>
        new()
        {
            Gen0 = _gen0,
            Gen1 = _gen1,
            Gen2 = _gen2,
            PauseTotalMilliseconds = _pauseMilliseconds,
            PauseP99Milliseconds = _sampler.PauseP99Milliseconds,
        };

    internal MachineNoise Noise() =>
        _machineKnown
            ? new MachineNoise
            {
                StealFraction = _machineTotal == 0 ? null : _stolen / _machineTotal,
                OtherLoadProcessors = Seconds < ShortestSeconds ? null : Math.Max(0, _otherBusy / Seconds),
            }
            : new MachineNoise();
}
