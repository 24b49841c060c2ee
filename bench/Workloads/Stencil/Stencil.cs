using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Measurement.Resources;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Jacobi's method on a plate that is cut into bands: in every sweep each cell becomes the mean of its four neighbours
/// in the sweep before, so a band needs the edges of those beside it, and nobody begins a sweep before the last is done.
/// </summary>
public abstract class Stencil : Workload<StencilParameters>
{
    // Two plates in turn: what is left of a computation is never right for the next.
    private const int Plates = 2;

    private const string HitFraction = "cacheHitFraction";
    private const string MissesPerSweep = "cacheMissesPerSweep";

    private readonly List<Plate> _plates = [];
    private readonly List<Plate> _results = [];
    private double[] _hot = [];
    private double[] _cold = [];
    private LatencyRecorder _recorder = null!;
    private CacheCounters? _counters;
    private CacheUse _cache;
    private long _computations;
    private long _measured;
    private long _wrong;
    private long _faults;

    public override WorkloadFacts Facts =>
        new(
            "stencil",
            "Sweeps over a grid",
            "Bands of a grid are swept by units, a barrier after each sweep: every cell becomes the mean of its neighbours.",
            "One computation: the grid is loaded and swept as often as asked.",
            "mean"
        )
        {
            OwnMetrics = ["sweepMicroseconds", HitFraction, MissesPerSweep],
        };

    public override TimeSpan Limit => TimeSpan.FromSeconds(120);

    /// <summary>The bands of the grid, from top to bottom.</summary>
    protected IReadOnlyList<StencilBlock> Blocks { get; private set; } = [];

    /// <summary>The grid that the present computation begins with.</summary>
    protected Plate Initial => _plates[(int)(_computations % Plates)];

    /// <summary>Steps of a computation: the first loads the grid, each other is a sweep.</summary>
    protected int Steps => Parameters.Sweeps + 1;

    protected override IEnumerable<Configuration<StencilParameters>> Configurations
    {
        get
        {
            // Both states of half the plate fit into a second-level cache of 1 MiB, and those of the large one into none.
            yield return new(Presets.Smoke, new() { Sweeps = 64, ComputeMilliseconds = 50 });
            yield return new(Presets.Standard | Presets.Full, new());
            yield return new(Presets.Standard | Presets.Full, new() { Blocks = 8 });
            yield return new(
                Presets.Standard | Presets.Full,
                new()
                {
                    Rows = 2_048,
                    Columns = 1_024,
                    Sweeps = 32,
                }
            );
            yield return new(
                Presets.Full,
                new()
                {
                    Rows = 2_048,
                    Columns = 1_024,
                    Blocks = 8,
                    Sweeps = 32,
                }
            );
        }
    }

    /// <summary>Creates the units, which wait.</summary>
    protected virtual void Open() { }

    /// <summary>
    /// Does all <see cref="Steps"/> of a computation on all <see cref="Blocks"/>, a step after the one before is done
    /// everywhere, and returns when the last is.
    /// </summary>
    protected abstract void Compute();

    /// <summary>Ends the units and waits for them.</summary>
    protected virtual void Close() { }

    /// <summary>One step of one block, for units that share memory: loading it (step 0), or a sweep that reads its neighbours' edges.</summary>
    protected void Advance(int block, int step)
    {
        if (step == 0)
        {
            Blocks[block].Load(Initial);
        }
        else
        {
            Blocks[block].Sweep(step, Above(block, step - 1), Below(block, step - 1));
        }
    }

    /// <summary>The row above a block after so many sweeps: its neighbour's last, or the plate's hot edge.</summary>
    protected ReadOnlySpan<double> Above(int block, int sweeps) =>
        block == 0 ? _hot : Blocks[block - 1].LastRow(sweeps);

    /// <summary>The row below a block after so many sweeps: its neighbour's first, or the plate's cold edge.</summary>
    protected ReadOnlySpan<double> Below(int block, int sweeps) =>
        block == Blocks.Count - 1 ? _cold : Blocks[block + 1].FirstRow(sweeps);

    protected override void Prepare()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Parameters.Rows, Parameters.Blocks);
        _recorder = Latencies.NewRecorder();
        (_hot, _cold) = (Edge(Plate.Hot), Edge(Plate.Cold));
        for (var number = 0; number < Plates; number++)
        {
            _plates.Add(Plate.Draw(Seed, number, Parameters));
            _results.Add(_plates[number].After(Parameters.Sweeps));
        }

        _counters = CacheCounters.TryOpen(out var whyNot);
        if (_counters is null)
        {
            AbsentMetrics[HitFraction] = AbsentMetrics[MissesPerSweep] = whyNot;
        }
    }

    protected override void PrepareIteration()
    {
        (_computations, _wrong) = (0, 0);
        Blocks = [.. Enumerable.Range(0, Parameters.Blocks).Select(NewBlock)];
        Open();
    }

    protected override void RunIteration()
    {
        var before = _counters?.Read() ?? default;
        MeasureFor(Parameters.ComputeMilliseconds, ComputeAndCheck);
        if (IsMeasured)
        {
            _measured += _computations;
            _cache += (_counters?.Read() ?? default) - before;
        }

        Count(new() { Intended = _computations, Completed = _computations });
    }

    protected override void FinishIteration()
    {
        Close();
        _faults = Blocks.Sum(block => block.Faults);
        if (!IsMeasured)
        {
            return;
        }

        var sweeps = (double)_measured * Parameters.Sweeps;
        Metrics["sweepMicroseconds"] = Latencies.TotalNanoseconds() / sweeps / 1e3;
        if (_counters is not null && _cache.HitFraction is { } hits)
        {
            Metrics[HitFraction] = hits;
            Metrics[MissesPerSweep] = _cache.Misses / sweeps;
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(0, _wrong, "computations whose result is not the oracle's, bit for bit");
        findings.ExpectEqual(
            0,
            _faults,
            "sweeps out of turn, or with a neighbour that was not there or had gone on"
        );
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    private void ComputeAndCheck()
    {
        ComputeOnce();
        var expected = _results[(int)(_computations % Plates)];
        _wrong += Blocks.All(block => block.Holds(expected, Parameters.Sweeps)) ? 0 : 1;
        _computations++;
    }

    private void ComputeOnce()
    {
        InFlight.Enter();
        var startedAt = SystemClock.Timestamp;
        Compute();
        var endedAt = SystemClock.Timestamp;
        InFlight.Leave();
        _recorder.Record(startedAt, endedAt);
    }

    private double[] Edge(double temperature)
    {
        var row = new double[Parameters.Columns];
        Array.Fill(row, temperature);
        return row;
    }

    private StencilBlock NewBlock(int block)
    {
        var first = Row(block);
        return new(first, Row(block + 1) - first, Parameters.Columns);
    }

    private int Row(int block) => (int)((long)Parameters.Rows * block / Parameters.Blocks);
}
