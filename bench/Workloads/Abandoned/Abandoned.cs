using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Jobs with a pipeline each, source, stage and consumer, of which many a consumer goes away midway: what is alive and what memory is
/// held when all is quiet. Source of the claim: the article's financial pipeline, where cancellation cuts leaked memory.
/// </summary>
public abstract class Abandoned : EventWorkload<AbandonedParameters>
{
    private const long Look = 1_000_000;

    // Source and stage of a job whose consumer has gone, when nobody tells them.
    private const int UnitsLeft = 2;
    private List<long> _schedule = [];
    private AbandonedJob[] _jobs = [];
    private long[] _dueAt = [];
    private long _heapBefore;
    private long _alive;
    private int _most;

    public override WorkloadFacts Facts =>
        new(
            "abandoned",
            "Pipelines whose consumers go away",
            "Jobs feed a staged pipeline each; the consumer of every second one goes away midway, and its source and stage have more to hand on.",
            "One job: from its due time until its consumer has what it wanted.",
            "retainedBytes"
        )
        {
            OwnMetrics = ["retainedBytes", "liveUnits"],
        };

    /// <summary>Without cancellation memory grows through the window: see retainedBytes.</summary>
    public override bool HasSteadyMemory => false;

    /// <summary>A job is over too soon for the sampling to see it in flight.</summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>True for lanes that tell source and stage when the consumer has gone.</summary>
    protected virtual bool Cancels => true;

    /// <summary>How long units may take to end after the last consumer has gone; generous, for busy machines.</summary>
    protected virtual TimeSpan Patience => TimeSpan.FromSeconds(3);

    protected override (TimeSpan WarmUp, TimeSpan Measured) Timing =>
        (
            TimeSpan.FromMilliseconds(Parameters.WarmUpMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.MeasuredMilliseconds)
        );

    protected override IReadOnlyList<long> Schedule => _schedule;

    protected override int Expected => _schedule.Count;

    protected override IEnumerable<Configuration<AbandonedParameters>> Configurations
    {
        get
        {
            yield return new(Presets.Smoke, new() { WarmUpMilliseconds = 50, MeasuredMilliseconds = 350 });
            yield return new(Presets.Standard | Presets.Full, new());
            yield return new(Presets.Full, new() { MeasuredMilliseconds = 20_000 });
        }
    }

    /// <summary>Starts the job's pipeline and returns at once.</summary>
    protected abstract void Start(AbandonedJob job);

    /// <summary>For lanes that do not cancel: all has been measured, so the units that still wait for a consumer must end now.</summary>
    protected virtual void Release() { }

    protected override void Open() { }

    protected override void Prepare()
    {
        var gap = 1e9 / Parameters.JobsPerSecond;
        var milliseconds = Parameters.WarmUpMilliseconds + Parameters.MeasuredMilliseconds;
        var jobs = (int)((long)Parameters.JobsPerSecond * milliseconds / 1_000);
        _schedule = [.. Enumerable.Range(0, jobs).Select(number => (long)(number * gap))];
    }

    protected override void PrepareIteration()
    {
        _jobs =
        [
            .. Enumerable
                .Range(0, _schedule.Count)
                .Select(number => new AbandonedJob(number, Parameters, Seed, Settled)),
        ];
        _dueAt = new long[_jobs.Length];
        _heapBefore = Heap();
    }

    protected override void Emit(int index, long dueAt)
    {
        _dueAt[index] = dueAt;
        Start(_jobs[index]);
    }

    protected override void Settle()
    {
        var until = SystemClock.Timestamp + (long)Patience.TotalNanoseconds;
        while (Units.Alive != UnitsThatMayLive && SystemClock.Timestamp < until)
        {
            SystemClock.Instance.WaitUntil(SystemClock.Timestamp + Look);
        }

        _alive = Units.Alive;
        _most = _jobs.Max(job => job.MostUnderWay);
        Metrics["liveUnits"] = _alive;
        Metrics["retainedBytes"] = Math.Max(0, Heap() - _heapBefore);
        Release();
    }

    protected override void EnterOperations()
    {
        for (var index = 0; index < _jobs.Length; index++)
        {
            if (_jobs[index].EndedAt > 0)
            {
                Enter(_dueAt[index], _jobs[index].EndedAt, CallOutcome.Completed);
            }
            else
            {
                EnterLost(_dueAt[index]);
            }
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        base.Check(findings);
        findings.ExpectEqual(
            0,
            _jobs.Count(job => job.Taken != job.Wanted),
            "consumers that got more or fewer items than they wanted"
        );
        findings.ExpectEqual(
            0,
            _jobs.Sum(job => job.Wrong),
            "items out of their turn or not as the stages make them"
        );

        // Beside what waits, the source has an item in hand, and so have the stage and the consumer.
        var room = (2 * Parameters.Capacity) + 3;
        findings.Expect(
            _most <= room,
            $"more items under way at once in a pipeline ({_most}) than waiting and in hand may be ({room})"
        );
        findings.ExpectEqual(
            UnitsThatMayLive,
            _alive,
            Cancels
                ? "units alive although their consumer had gone and they were told"
                : "units of pipelines that were left, alive until the end"
        );
    }

    private int UnitsThatMayLive => Cancels ? 0 : UnitsLeft * _jobs.Count(job => job.Leaves);

    private static long Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
