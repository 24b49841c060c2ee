using Bench.Measurement;
using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Small fixed computations, each due at a time of its own, a period apart: how far from its time does each begin, alone
/// and beside other work of the same model? Source of the claim: the article's trading system.
/// </summary>
public abstract class Predictable : Workload<PredictableParameters>
{
    // Units are created in this time, so that none of them is late for the first tick.
    private static readonly TimeSpan s_lead = TimeSpan.FromMilliseconds(50);
    private readonly Arrival _over = new();
    private bool _isOver;
    private long _countFrom;
    private long _until;
    private long _otherPieces;

    public override WorkloadFacts Facts =>
        new(
            "predictable",
            "Periodic work at a fixed rate",
            "Streams of ticks each do a small fixed computation every few milliseconds, alone or beside other work of the same model.",
            "One tick: how far from its intended time its computation began, late or early; a missed one counts as late as the next of its stream that began.",
            "p999"
        )
        {
            OwnMetrics =
            [
                "jitterMicroseconds",
                "tailRatio",
                "missedFraction",
                "tickP50Microseconds",
                "tickP999Microseconds",
                "otherWorkPerSecond",
            ],
        };

    /// <summary>The warm-up is part of the streams, so a process runs them once.</summary>
    public override int WarmUpIterations => 0;

    public override int Iterations => 1;

    /// <summary>The latency is a distance from a time, not a time in flight.</summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>The streams; each has a unit of its own.</summary>
    protected IReadOnlyList<TickStream> Streams { get; private set; } = [];

    /// <summary>Other work; each is a unit's.</summary>
    protected IReadOnlyList<OtherWork> Others { get; private set; } = [];

    protected override IEnumerable<Configuration<PredictableParameters>> Configurations
    {
        get
        {
            var beside = new PredictableParameters { OtherUnits = 2 };
            yield return new(
                Presets.Smoke,
                beside with
                {
                    WarmUpMilliseconds = 50,
                    MeasuredMilliseconds = 400,
                }
            );
            yield return new(Presets.Standard | Presets.Full, new());
            yield return new(Presets.Standard | Presets.Full, beside);

            yield return new(Presets.Full, new() { OtherUnits = 8 });
            foreach (var units in new[] { 0, 2 })
            {
                var slow = new PredictableParameters { PeriodMicroseconds = 20_000, OtherUnits = units };
                yield return new(Presets.Full, slow with { Streams = 8, MeasuredMilliseconds = 7_500 });
                yield return new(
                    Presets.Full,
                    new()
                    {
                        PeriodMicroseconds = 1_000,
                        Streams = 1,
                        OtherUnits = units,
                    }
                );
            }
        }
    }

    private TimeSpan Period => TimeSpan.FromMicroseconds(Parameters.PeriodMicroseconds);

    /// <summary>Longest time after the window in which a stream has to come to its end.</summary>
    protected virtual TimeSpan Grace => TimeSpan.FromSeconds(10);

    /// <summary>Creates the units and sets other work going. The first ticks are due soon after.</summary>
    protected abstract void Open();

    /// <summary>Called one period before the stream's first tick, so that a timer started now fires on time.</summary>
    protected abstract void Start(TickStream stream);

    /// <summary>Waits for the units, which end by themselves: the streams are over and other work has been stopped.</summary>
    protected abstract void Close();

    protected override void PrepareIteration()
    {
        _over.Expect(Parameters.Streams);
        Others =
        [
            .. Enumerable.Range(0, Parameters.OtherUnits).Select(_ => new OtherWork(Parameters.OtherRounds)),
        ];
    }

    protected override void RunIteration()
    {
        var warmUp = TimeSpan.FromMilliseconds(Parameters.WarmUpMilliseconds);
        var measured = TimeSpan.FromMilliseconds(Parameters.MeasuredMilliseconds);
        var origin = SystemClock.Timestamp + (long)s_lead.TotalNanoseconds;
        _countFrom = origin + (long)warmUp.TotalNanoseconds;
        _until = _countFrom + (long)measured.TotalNanoseconds;
        Streams = [.. Enumerable.Range(0, Parameters.Streams).Select(number => NewStream(number, origin))];
        Latencies.Restart(_countFrom, measured / 40);
        Open();
        foreach (var stream in Streams)
        {
            SystemClock.Instance.WaitUntil(stream.DueAt(0)!.Value - (long)Period.TotalNanoseconds);
            Start(stream);
        }

        Observe();
        _isOver = _over.Wait(Grace);
        foreach (var other in Others)
        {
            other.Stop();
        }

        Close();
    }

    protected override void FinishIteration()
    {
        var ticks = Streams.SelectMany(stream => stream.Ticks).Where(Counts).ToList();
        var ran = ticks.Where(tick => tick.Runs > 0).ToList();
        var missed = ticks.Count(tick => tick.IsMissed);
        Count(
            new()
            {
                Intended = ticks.Count,
                Completed = ran.Count,
                TimedOut = missed,
            }
        );
        EndedInWindow = (ran.Count + missed, ran.Count, Parameters.MeasuredMilliseconds / 1e3);
        var recorder = Latencies.NewRecorder();
        foreach (var tick in ticks.OrderBy(tick => tick.DueAt))
        {
            recorder.Record(tick.DueAt, tick.DueAt + tick.Deviation);
        }

        Metrics["missedFraction"] = (double)missed / ticks.Count;
        Metrics["otherWorkPerSecond"] = _otherPieces * 1e3 / Parameters.MeasuredMilliseconds;
        var deviations = new TickQuantiles(ticks.Select(tick => tick.Deviation));
        if (deviations.At(0.5) is { } middle and > 0 && deviations.At(0.999) is { } tail)
        {
            Metrics["jitterMicroseconds"] = (tail - middle) / 1e3;
            Metrics["tailRatio"] = tail / middle;
        }

        var lengths = new TickQuantiles(ran.Select(tick => tick.EndedAt - tick.BegunAt));
        if (lengths.At(0.5) is { } usual && lengths.At(0.999) is { } longest)
        {
            Metrics["tickP50Microseconds"] = usual / 1e3;
            Metrics["tickP999Microseconds"] = longest / 1e3;
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var ticks = Streams.SelectMany(stream => stream.Ticks).ToList();
        findings.Expect(_isOver, "the streams did not come to their end");
        findings.ExpectEqual(
            0,
            ticks.Count(tick => tick is { Runs: 0, IsMissed: false }),
            "ticks neither run nor said to be missed"
        );
        findings.ExpectEqual(0, ticks.Count(tick => tick.Runs > 1), "ticks run twice");
        findings.ExpectEqual(
            0,
            ticks.Count(tick => tick is { Runs: > 0, IsMissed: true }),
            "ticks said to be missed that ran"
        );
        findings.ExpectEqual(
            0,
            Streams.Sum(stream => stream.Overlaps),
            "ticks that began while another of their stream was under way"
        );
        findings.Expect(
            Streams.All(HasComputedRightly),
            "the results of the ticks differ from the sequential oracle's"
        );
        findings.ExpectEqual(
            0,
            Others.Count(other => other.Pieces == 0),
            "units of other work that stood still"
        );
    }

    private TickStream NewStream(int number, long origin)
    {
        var phase = Period * number / Parameters.Streams;
        var length = TimeSpan.FromMilliseconds(
            Parameters.WarmUpMilliseconds + Parameters.MeasuredMilliseconds
        );
        return new(
            origin + (long)phase.TotalNanoseconds,
            Period,
            (int)(length / Period),
            Parameters.TickRounds,
            SplitMix64.Mix(Seed ^ (ulong)number),
            _over.Report
        );
    }

    private void Observe()
    {
        SystemClock.Instance.WaitUntil(_countFrom);
        Window.Open();
        var before = Others.Sum(other => other.Pieces);
        SystemClock.Instance.WaitUntil(_until);
        _otherPieces = Others.Sum(other => other.Pieces) - before;
        Window.Close();
    }

    private bool Counts(Tick tick) => tick.DueAt >= _countFrom && tick.DueAt < _until;

    private static bool HasComputedRightly(TickStream stream) =>
        Enumerable
            .Range(0, stream.Ticks.Count)
            .All(number =>
                stream.Ticks[number].Runs == 0 || stream.Ticks[number].Result == stream.Compute(number)
            );
}
