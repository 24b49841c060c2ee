using Bench.Measurement.Backend;
using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Requests that start background work whose sink blocks: what is alive and what memory is held at the end of a soak.
/// Source of the claim: the article's memory leak in a service, stopped by time limits on background work.
/// </summary>
public abstract class Leak : EventWorkload<LeakParameters>
{
    private const int LongOverdue = 4;

    // Timers on the system tick in milliseconds.
    private static readonly TimeSpan s_timerSlack = TimeSpan.FromMilliseconds(20);
    private List<long> _schedule = [];
    private BackgroundWork[] _work = [];
    private long[] _dueAt = [];
    private long[] _answeredAt = [];
    private long _opensAt;

    public override WorkloadFacts Facts =>
        new(
            "leak",
            "Background work whose sink blocks",
            "Every request starts background work and is answered; the sink of that work takes nothing until the soak is over.",
            "One request: from its due time until it is answered, which is when its background work has been started.",
            "liveUnits"
        )
        {
            OwnMetrics = ["residentP99Bytes", "managedAtEndBytes"],
        };

    /// <summary>Without a deadline memory grows through the window: see residentP99Bytes and managedAtEndBytes.</summary>
    public override bool HasSteadyMemory => false;

    /// <summary>A request is answered where it is due: too soon for the sampling to see it in flight.</summary>
    public override bool ObeysLittlesLaw => false;

    public override TimeSpan Limit =>
        TimeSpan.FromMilliseconds(Parameters.SoakMilliseconds) + TimeSpan.FromMinutes(4);

    /// <summary>True for lanes that set a deadline on background work.</summary>
    protected virtual bool IsBound => true;

    /// <summary>
    /// Where the soak takes part that is long enough for memory without a deadline to dwarf that of a bare process. It takes
    /// 12 s, so only a few lanes have it in standard.
    /// </summary>
    protected virtual Presets LongSoak => Presets.Full;

    /// <summary>How long after its deadline work may still be alive in a lane that sets one; generous, for busy machines.</summary>
    protected virtual TimeSpan Patience => TimeSpan.FromSeconds(3);

    /// <summary>Where background work goes; it blocks until the soak is over.</summary>
    protected BlockedDevice Sink { get; private set; } = null!;

    /// <summary>Time after which a lane that sets a deadline gives work up.</summary>
    protected TimeSpan Deadline => TimeSpan.FromMilliseconds(Parameters.DeadlineMilliseconds);

    /// <summary>Pieces of work in one process: units alive at the end where none ends before.</summary>
    protected static int WorkCount(LeakParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var milliseconds = parameters.WarmUpMilliseconds + parameters.SoakMilliseconds;
        return (int)((long)parameters.RequestsPerSecond * milliseconds / 1_000);
    }

    protected override (TimeSpan WarmUp, TimeSpan Measured) Timing =>
        (
            TimeSpan.FromMilliseconds(Parameters.WarmUpMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.SoakMilliseconds)
        );

    protected override TimeSpan Grace => TimeSpan.FromSeconds(30);

    protected override IReadOnlyList<long> Schedule => _schedule;

    protected override int Expected => _schedule.Count;

    protected override IEnumerable<Configuration<LeakParameters>> Configurations
    {
        get
        {
            yield return new(
                Presets.Smoke,
                new()
                {
                    DeadlineMilliseconds = 100,
                    WarmUpMilliseconds = 100,
                    SoakMilliseconds = 500,
                }
            );
            yield return new(Presets.Standard | Presets.Full, new());
            yield return new(LongSoak, new() { RequestsPerSecond = 500, SoakMilliseconds = 12_000 });

            var patient = new LeakParameters { RequestsPerSecond = 125 };
            yield return new(Presets.Full, patient with { SoakMilliseconds = 20_000 });
            yield return new(Presets.Full, patient with { SoakMilliseconds = 60_000 });
        }
    }

    /// <summary>Starts background work that tries to bring it to the sink, and returns at once.</summary>
    protected abstract void Start(BackgroundWork work);

    protected override void Prepare()
    {
        var gap = 1e9 / Parameters.RequestsPerSecond;
        var requests = WorkCount(Parameters);
        _schedule = [.. Enumerable.Range(0, requests).Select(number => (long)(number * gap))];
    }

    protected override void PrepareIteration()
    {
        Sink = new();
        _work = new BackgroundWork[_schedule.Count];
        _dueAt = new long[_schedule.Count];
        _answeredAt = new long[_schedule.Count];
    }

    protected override void Emit(int index, long dueAt)
    {
        _dueAt[index] = dueAt;
        _work[index] = new(Parameters.PayloadBytes, Settled);
        Start(_work[index]);
        _answeredAt[index] = SystemClock.Timestamp;
    }

    protected override void Emitted()
    {
        Metrics["liveUnits"] = Units.Alive;
        Metrics["managedAtEndBytes"] = GC.GetTotalMemory(forceFullCollection: true);
        if (Window.ResidentQuantile(0.99) is { } resident)
        {
            Metrics["residentP99Bytes"] = resident;
        }

        _opensAt = SystemClock.Timestamp;
        Sink.Open();
    }

    protected override void EnterOperations()
    {
        for (var index = 0; index < _schedule.Count; index++)
        {
            Enter(_dueAt[index], _answeredAt[index], CallOutcome.Completed);
        }
    }

    protected override void FinishIteration()
    {
        base.FinishIteration();
        Metrics["givenUpFraction"] = _work.Average(work => work.GivenUp > 0 ? 1.0 : 0);
        Metrics["longestLifeMilliseconds"] = _work.Max(work => work.EndedAt - work.StartedAt) / 1e6;
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        base.Check(findings);
        findings.ExpectEqual(0, _work.Count(work => work.Delivered + work.GivenUp == 0), "work lost");
        findings.ExpectEqual(0, _work.Count(work => work.Delivered + work.GivenUp > 1), "work ended twice");
        findings.Expect(
            _work.All(work => work.Delivered == 0 || work.EndedAt >= _opensAt),
            "work was said to be delivered while the sink was shut"
        );
        findings.Expect(
            !IsBound || GivesUpWhatIsLongOverdue(),
            "most of the work long past its deadline had not been given up"
        );
        findings.Expect(
            IsBound || _work.All(work => work.GivenUp == 0),
            "work was given up without a deadline"
        );
        findings.Expect(
            _work.All(work => work.GivenUp == 0 || Life(work) >= Deadline - s_timerSlack),
            "work was given up before its deadline"
        );
        findings.Expect(
            !IsBound || _work.All(work => Life(work) <= Deadline + Patience),
            "work outlived its deadline by far"
        );
    }

    // Most, not all: a busy machine may be late with some.
    private bool GivesUpWhatIsLongOverdue()
    {
        var overdue = _work
            .Where(work => _opensAt - work.StartedAt > LongOverdue * Deadline.TotalNanoseconds)
            .ToList();
        return 2 * overdue.Count(work => work.GivenUp > 0 && work.EndedAt <= _opensAt) >= overdue.Count;
    }

    private static TimeSpan Life(BackgroundWork work) =>
        TimeSpan.FromMicroseconds((work.EndedAt - work.StartedAt) / 1e3);
}
