using System.Diagnostics;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Many units that wait, each for a signal of its own: what one costs in memory, to create, to wake and to stop.
/// The measured window is creation; memory is read between steps of it, and its slope taken, because a difference
/// from an empty process counts the first unit's shared costs as every unit's.
/// </summary>
public abstract class Footprint : Workload<FootprintParameters>
{
    private const int WarmUpUnits = 200;
    private const int MostAlone = 200;
    private readonly List<MemoryReading> _readings = [];
    private LatencyRecorder _recorder = null!;
    private UnitLog _log = null!;

    public override WorkloadFacts Facts =>
        new(
            "footprint",
            "Many units waiting",
            "Units are created and wait, each for a signal of its own; then each is woken, and all are stopped.",
            "One unit. Its latency is that of units created one by one, from the call until the unit waits; throughput is that of creating many at once.",
            "residentBytesPerUnit"
        )
        {
            OwnMetrics =
            [
                "createSecondsPerUnit",
                "wakeSeconds",
                "stopSeconds",
                "residentBytesPerUnit",
                "committedBytesPerUnit",
                "managedBytesPerUnit",
            ],
        };

    public override int Iterations => 1;

    /// <summary>Memory grows with every step: see the slopes.</summary>
    public override bool HasSteadyMemory => false;

    /// <summary>Creating a step of units can take less time than passes between two looks at what is in flight.</summary>
    public override bool ObeysLittlesLaw => false;

    public override TimeSpan Limit => TimeSpan.FromSeconds(180);

    /// <summary>Units of the present iteration, numbered from 0.</summary>
    protected int UnitCount => IsMeasured ? Parameters.Units : Math.Min(WarmUpUnits, Parameters.Units);

    protected override IEnumerable<Configuration<FootprintParameters>> Configurations
    {
        get
        {
            yield return new(Presets.Smoke, new() { Units = 400 });
            yield return new(Presets.Quick, new());

            // 500 and 2,000 are the article's; the rest shows how it grows.
            foreach (var units in new[] { 500, 1_000, 2_000, 8_000, 100_000 })
            {
                yield return new(Presets.Standard | Presets.Full, new() { Units = units });
            }

            yield return new(Presets.Full, new() { Units = 1_000_000 });
        }
    }

    /// <summary>Before the first unit: whatever they share.</summary>
    protected abstract void Open();

    /// <summary>Creates a unit. It calls <see cref="Parked"/> and waits, and <see cref="Woken"/> when its signal comes.</summary>
    protected abstract void Create(int unit);

    /// <summary>Creates many at once, as <see cref="Create"/> would one by one.</summary>
    /// <param name="from">Number of the first.</param>
    /// <param name="until">Number after the last.</param>
    protected virtual void CreateMany(int from, int until)
    {
        for (var unit = from; unit < until; unit++)
        {
            Create(unit);
        }
    }

    /// <summary>Sends a unit its signal.</summary>
    protected abstract void Wake(int unit);

    /// <summary>Ends all units and waits for them.</summary>
    protected abstract void Stop();

    /// <summary>A unit says that it waits from here on.</summary>
    protected void Parked(int unit) => _log.Parked(unit);

    /// <summary>A unit says that it got its signal.</summary>
    protected void Woken(int unit) => _log.Woken(unit);

    protected override void Prepare()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Parameters.Steps, 2);
        _recorder = Latencies.NewRecorder();
    }

    protected override void PrepareIteration()
    {
        _log = new UnitLog(UnitCount);
        _readings.Clear();
        Open();
    }

    protected override void RunIteration()
    {
        var alone = Math.Min(MostAlone, StepEnd(1));
        CreateAlone(alone);
        var creation = TimeSpan.Zero;
        for (var step = 1; step <= Parameters.Steps; step++)
        {
            creation += CreateTogether(Math.Max(alone, StepEnd(step - 1)), StepEnd(step));
            _readings.Add(MemoryReading.Take(StepEnd(step)));
        }

        var together = UnitCount - alone;
        Metrics["createSecondsPerUnit"] = creation.TotalSeconds / together;
        Metrics["wakeSeconds"] = Time(WakeUnits).TotalSeconds;
        Metrics["stopSeconds"] = Time(Stop).TotalSeconds;
        Report("residentBytesPerUnit", reading => reading.Resident);
        Report("committedBytesPerUnit", reading => reading.Committed);
        Report("managedBytesPerUnit", reading => reading.Managed);
        Count(new() { Intended = together, Completed = together - _log.NotParkedOnce });
    }

    protected override void Check(Findings findings)
    {
        findings.ExpectEqual(0, _log.NotParkedOnce, "units that did not wait exactly once");
        findings.ExpectEqual(0, _log.NotWokenOnce, "units that were not woken exactly once");
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    private int StepEnd(int step) => (int)((long)UnitCount * step / Parameters.Steps);

    // What a burst takes per unit is mostly waiting behind the others; one by one shows what a unit takes.
    private void CreateAlone(int units)
    {
        for (var unit = 0; unit < units; unit++)
        {
            _log.Await(1);
            _log.Creating(unit);
            Create(unit);
            _log.Wait();
        }

        _log.Record(_recorder, 0, units);
    }

    private TimeSpan CreateTogether(int from, int until)
    {
        if (from == until)
        {
            return TimeSpan.Zero;
        }

        _log.Await(until - from);
        var creation = TimeSpan.Zero;
        Measure(() =>
            creation = Time(() =>
            {
                CreateMany(from, until);
                _log.Wait();
            })
        );
        return creation;
    }

    private void WakeUnits()
    {
        _log.Await(UnitCount);
        for (var unit = 0; unit < UnitCount; unit++)
        {
            Wake(unit);
        }

        _log.Wait();
    }

    private void Report(string metric, Func<MemoryReading, long?> figure)
    {
        if (MemoryReading.Slope(_readings, figure) is { } slope)
        {
            Metrics[metric] = slope;
        }
    }

    private static TimeSpan Time(Action action)
    {
        var startedAt = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(startedAt);
    }
}
