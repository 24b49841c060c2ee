using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// A pipeline whose stages fail now and then and whose middle stage loses its backend for a while. Source of the question: the
/// article's logistics pipeline with error channel, supervisor, retries and circuit breaking.
/// </summary>
public abstract class Supervised : EventWorkload<SupervisedParameters>
{
    /// <summary>Calls that a breaker may let fail in an outage before it must have opened.</summary>
    private const int EnoughForBreaker = 100;

    private List<long> _schedule = [];
    private List<ItemFaults> _faults = [];
    private SupervisedItem?[] _items = [];
    private BackendOutage _outage = null!;

    public override WorkloadFacts Facts =>
        new(
            "supervised",
            "Pipeline with faults",
            "Items pass stages that fail now and then; the middle stage's backend is down for a while. Supervised lanes try again, plain ones do not.",
            "One item: from its due time until it has passed all stages or is given up.",
            "errorRate"
        )
        {
            OwnMetrics =
            [
                "duplicates",
                "attemptsPerItem",
                "breakerOpenings",
                "recoveryMilliseconds",
                "drainedMilliseconds",
            ],
        };

    /// <summary>True for lanes that try again what can succeed.</summary>
    protected virtual bool IsSupervised => true;

    /// <summary>What every stage calls.</summary>
    protected SimulatedBackend Backend { get; private set; } = null!;

    /// <summary>Service time of a stage's call.</summary>
    protected TimeSpan StageTime => TimeSpan.FromMilliseconds(Parameters.StageMilliseconds);

    /// <summary>Delay before the first retry; each further one is twice as long.</summary>
    protected TimeSpan RetryDelay => TimeSpan.FromMilliseconds(Parameters.RetryMilliseconds);

    /// <summary>How long a breaker stays open.</summary>
    protected TimeSpan BreakTime => TimeSpan.FromMilliseconds(Parameters.BreakMilliseconds);

    /// <summary>Time after which a supervisor sends an item back.</summary>
    protected TimeSpan ResubmitDelay => TimeSpan.FromMilliseconds(Parameters.ResubmitMilliseconds);

    protected override (TimeSpan WarmUp, TimeSpan Measured) Timing =>
        (
            TimeSpan.FromMilliseconds(Parameters.WarmUpMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.MeasuredMilliseconds)
        );

    protected override IReadOnlyList<long> Schedule => _schedule;

    protected override int Expected => _faults.Count;

    protected override IEnumerable<Configuration<SupervisedParameters>> Configurations
    {
        get
        {
            yield return new(
                Presets.Smoke,
                new()
                {
                    OutageStartMilliseconds = 100,
                    OutageMilliseconds = 100,
                    WarmUpMilliseconds = 50,
                    MeasuredMilliseconds = 1_000,
                }
            );
            yield return new(Presets.Standard | Presets.Full, new());
            yield return new(Presets.Standard | Presets.Full, new() { OutageMilliseconds = 0 });
            yield return new(
                Presets.Full,
                new() { OutageMilliseconds = 1_500, MeasuredMilliseconds = 5_000 }
            );
        }
    }

    /// <summary>Takes an item in. Must not block.</summary>
    protected abstract void Admit(SupervisedItem item);

    /// <summary>A lane's breaker has opened; any unit may say so.</summary>
    protected void BreakerOpened() => _outage.Opened();

    protected override void Prepare()
    {
        var (warmUp, measured) = Timing;
        var gap = 1e9 / Parameters.ItemsPerSecond;
        var items = (int)((warmUp + measured).TotalNanoseconds / gap);
        _schedule = [.. Enumerable.Range(0, items).Select(number => (long)(number * gap))];
        _faults = [.. Enumerable.Range(0, items).Select(number => ItemFaults.Of(Seed, number, Parameters))];
    }

    protected override void PrepareIteration()
    {
        Backend = NewBackend();
        _items = new SupervisedItem?[_faults.Count];
        _outage = new(long.MaxValue, long.MaxValue);
    }

    protected override void Emit(int index, long dueAt)
    {
        if (index == 0)
        {
            PlanOutage(dueAt);
        }

        InFlight.Enter();
        var item = _items[index] = new(_faults[index], Parameters, _outage, dueAt, HasEnded);
        Admit(item);
    }

    protected override void EnterOperations()
    {
        foreach (var item in _items.OfType<SupervisedItem>())
        {
            if (item.Ends == 0)
            {
                EnterLost(item.DueAt);
            }
            else
            {
                Enter(item.DueAt, item.EndedAt, item.IsDone ? CallOutcome.Completed : CallOutcome.Failed);
            }
        }
    }

    protected override void FinishIteration()
    {
        base.FinishIteration();
        SupervisedItem[] items = [.. _items.OfType<SupervisedItem>()];
        Metrics["duplicates"] = items.Sum(item => item.Passes.Count(times => times > 1));
        Metrics["attemptsPerItem"] = items.Average(item => item.Attempts.Sum());
        Metrics["breakerOpenings"] = _outage.Openings;
        if (_outage.FirstServedAfter is { } served)
        {
            Metrics["recoveryMilliseconds"] = (served - _outage.Until) / 1e6;
            Metrics["drainedMilliseconds"] =
                (items.Where(item => item.DueAt < _outage.Until).Max(item => item.EndedAt) - _outage.Until)
                / 1e6;
        }

        Backend.Dispose();
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        base.Check(findings);
        foreach (var item in _items.OfType<SupervisedItem>())
        {
            CheckEnd(findings, item);
            CheckTries(findings, item);
        }

        CheckBreaker(findings);
        var room = Parameters.Stages * Parameters.WorkersPerStage;
        findings.Expect(
            Backend.MostAtOnce <= room,
            $"more items in work at once ({Backend.MostAtOnce}) than all stages have room for ({room})"
        );
    }

    private void CheckEnd(Findings findings, SupervisedItem item)
    {
        findings.Expect(item.Ends >= 1, "an item never ended");
        findings.Expect(item.Ends <= 1, "an item ended twice");
        findings.Expect(
            !item.IsDone || item.Passes.All(times => times >= 1),
            "an item was said to be done before it had passed all stages"
        );
        findings.Expect(item.Passes.All(times => times <= 1), "a stage's work was done twice on an item");
        findings.Expect(!item.IsOutOfOrder, "an item came to a stage before it had passed the one before");
        findings.Expect(
            item.IsDone || item.Ends == 0 || item.LastFault != StageFault.None || item.Resubmissions > 0,
            "an item was given up although nothing went wrong with it"
        );
        findings.Expect(
            item.IsDone || item.Ends == 0 || !IsSupervised || item.IsLost,
            "a supervised item was given up although trying again would have helped"
        );
        findings.Expect(
            item.IsDone
                || item.Ends == 0
                || item.LastFault != StageFault.Permanent
                || item.Reason == item.LastFault,
            "an item was given up for another reason than the fault that it has"
        );
    }

    private void CheckTries(Findings findings, SupervisedItem item)
    {
        var most = IsSupervised ? (Parameters.Retries + 1) * (item.Resubmissions + 1) : 1;
        findings.Expect(
            item.Attempts.All(tries => tries <= most),
            IsSupervised
                ? "an item was tried more often than retries allow"
                : "a plain lane tried an item again"
        );
    }

    private void CheckBreaker(Findings findings)
    {
        findings.ExpectEqual(0, _outage.NeedlessOpenings, "openings of a breaker without an outage");
        findings.Expect(
            !IsSupervised || _outage.Openings > 0 || _outage.Refused < EnoughForBreaker,
            "no breaker opened in the outage"
        );

        // Beside those that were under way, one call to see whether the backend is back, each time.
        var most = Parameters.WorkersPerStage + _outage.Openings;
        findings.Expect(
            _outage.RefusedBehindBreaker <= most,
            $"more calls ({_outage.RefusedBehindBreaker}) to a backend that is down than an open breaker lets through ({most})"
        );
    }

    private void PlanOutage(long origin)
    {
        if (Parameters.OutageMilliseconds > 0)
        {
            var from = TimeSpan.FromMilliseconds(
                Parameters.WarmUpMilliseconds + Parameters.OutageStartMilliseconds
            );
            var length = TimeSpan.FromMilliseconds(Parameters.OutageMilliseconds);
            _outage = new(
                origin + (long)from.TotalNanoseconds,
                origin + (long)(from + length).TotalNanoseconds
            );
        }
    }

    private void HasEnded()
    {
        InFlight.Leave();
        Settled();
    }
}
