using Bench.Measurement.Backend;
using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Calls are routed to handlers that keep their state; some handlers crash or hang in the middle and are replaced. Source
/// of the question: the article's call routing case, where one actor's failure does not cascade.
/// </summary>
public abstract class Routing : EventWorkload<RoutingParameters>
{
    private const int FewestForP99 = 100;
    private CallPlan _plan = null!;
    private List<CallEvent> _faulty = [];
    private CallBooks _oracle = null!;
    private CallBooks _books = null!;
    private Succession[] _successions = [];
    private long[] _dueAt = [];

    public override WorkloadFacts Facts =>
        new(
            "routing",
            "Call routing with failing handlers",
            "Events of calls go to handlers that keep the calls' state; some handlers crash or hang and are replaced while the others go on.",
            "One event: from its due time until it is handled, or refused because its call failed with its handler.",
            "recoveryMilliseconds"
        )
        {
            OwnMetrics =
            [
                "failedCalls",
                "failedOutsideFaultyUnitCalls",
                "lostCalls",
                "neighbourP99Milliseconds",
                "recoveryMilliseconds",
                "recoveryMaxMilliseconds",
                "crashRecoveryMilliseconds",
                "crashRecoveryMaxMilliseconds",
                "hangRecoveryMilliseconds",
                "hangRecoveryMaxMilliseconds",
            ],
        };

    /// <summary>An event is served in microseconds, unless it waits behind a fault: too soon for the sampling to see it in flight.</summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>Whoever is called here never answers, until all is over.</summary>
    protected BlockedDevice Peer { get; private set; } = null!;

    /// <summary>A handler that has waited this long for the peer is to be replaced.</summary>
    protected TimeSpan HangLimit => TimeSpan.FromMilliseconds(Parameters.HangLimitMilliseconds);

    protected override (TimeSpan WarmUp, TimeSpan Measured) Timing =>
        (
            TimeSpan.FromMilliseconds(Parameters.WarmUpMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.MeasuredMilliseconds)
        );

    protected override IReadOnlyList<long> Schedule => _plan.Offsets;

    protected override int Expected => _plan.Events.Count;

    protected override IEnumerable<Configuration<RoutingParameters>> Configurations
    {
        get
        {
            yield return new(Presets.Smoke, new() { WarmUpMilliseconds = 100, MeasuredMilliseconds = 600 });
            yield return new(Presets.Standard | Presets.Full, new() { HandlersPerUnit = 32 });
            yield return new(Presets.Standard | Presets.Full, new() { FaultyPercent = 0 });
            yield return new(Presets.Standard | Presets.Full, new());
            yield return new(Presets.Standard | Presets.Full, new() { FaultyPercent = 100 });
            yield return new(Presets.Full, new() { Handlers = 256, CallsPerSecond = 800 });
        }
    }

    /// <summary>Units that serve handlers: 0 … UnitCount − 1.</summary>
    protected int UnitCount =>
        (Parameters.Handlers + Parameters.HandlersPerUnit - 1) / Parameters.HandlersPerUnit;

    /// <summary>Number of the unit that serves an event's handler.</summary>
    protected int UnitOf(CallEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Handler / Parameters.HandlersPerUnit;
    }

    /// <summary>Hands an event to the unit that serves its handler, in order. Must not block.</summary>
    protected abstract void Route(CallEvent item);

    /// <summary>
    /// The first thing that a unit does: its handlers know no call yet, and what the unit before it knew, if there was one,
    /// is lost. Nobody uses the former handlers from here on.
    /// </summary>
    protected UnitHandlers TakeOver(int unit)
    {
        var first = unit * Parameters.HandlersPerUnit;
        var until = Math.Min(first + Parameters.HandlersPerUnit, Parameters.Handlers);
        return new(first, _successions[first..until].Select(handlers => handlers.TakeOver()));
    }

    protected override void Prepare()
    {
        _plan = new(Seed, Parameters);
        _faulty = [.. _plan.Events.Where(item => item.Fault != HandlerFault.None)];
        _oracle = Sequentially();
    }

    protected override void PrepareIteration()
    {
        Peer = new();
        _books = new(_plan, HasEnded) { Clock = Clock };
        _successions =
        [
            .. Enumerable
                .Range(0, Parameters.Handlers)
                .Select(_ => new Succession(_books, Parameters.WorkRounds)),
        ];
        _dueAt = new long[_plan.Events.Count];
    }

    protected override void Emit(int index, long dueAt)
    {
        Due(index, dueAt);
        Route(_plan.Events[index]);
    }

    /// <summary>All events of the run.</summary>
    protected CallPlan Plan => _plan;

    /// <summary>What became of events and calls so far.</summary>
    protected CallBooks Books => _books;

    /// <summary>Tells the time when events end and handlers take over, nanoseconds.</summary>
    protected virtual Func<long> Clock { get; } = () => SystemClock.Timestamp;

    /// <summary>An event is under way from now on.</summary>
    protected void Due(int index, long dueAt)
    {
        InFlight.Enter();
        _dueAt[index] = dueAt;
    }

    // What hangs is let go, so that it can end and be waited for.
    protected override void Settle() => Peer.Open();

    protected override void EnterOperations()
    {
        for (var number = 0; number < _plan.Events.Count; number++)
        {
            if (_books.EndedAt(number) is { } endedAt)
            {
                var outcome = _books.TimesHandled(number) > 0 ? CallOutcome.Completed : CallOutcome.Failed;
                Enter(_dueAt[number], endedAt, outcome);
            }
            else
            {
                EnterLost(_dueAt[number]);
            }
        }
    }

    protected override void FinishIteration()
    {
        base.FinishIteration();
        Metrics["failedCalls"] = _books.FailedCalls;
        Metrics["failedOutsideFaultyUnitCalls"] = _books.FailedBeyond(_oracle);
        Metrics["lostCalls"] = _books.LostCalls;
        if (NeighbourP99() is { } nanoseconds)
        {
            Metrics["neighbourP99Milliseconds"] = nanoseconds / 1e6;
        }

        Report("recoveryMilliseconds", [HandlerFault.Crash, HandlerFault.Hang]);
        Report("crashRecoveryMilliseconds", [HandlerFault.Crash]);
        Report("hangRecoveryMilliseconds", [HandlerFault.Hang]);
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        base.Check(findings);
        _books.Check(findings, _oracle);
        findings.ExpectEqual(_faulty.Count, Recoveries.Count(), "handlers replaced after a fault");
        findings.ExpectEqual(
            _faulty.Count(HasLaterEvents),
            Recoveries.Count(recovery => recovery.FirstServed is not null),
            "handlers that served again after a fault"
        );
    }

    private IEnumerable<Recovery> Recoveries => _successions.SelectMany(handlers => handlers.Recoveries);

    private bool HasLaterEvents(CallEvent fault) =>
        _plan.Events.Skip(fault.Number + 1).Any(item => item.Handler == fault.Handler);

    // Events of handlers that have no fault themselves; null when there are too few of them.
    private long? NeighbourP99()
    {
        var latencies = HistogramText.NewHistogram();
        var faulty = _faulty.Select(fault => fault.Handler).ToHashSet();
        foreach (var item in _plan.Events)
        {
            var dueAt = _dueAt[item.Number];
            if (!faulty.Contains(item.Handler) && Counts(dueAt) && _books.EndedAt(item.Number) is { } endedAt)
            {
                latencies.RecordValue(endedAt - dueAt);
            }
        }

        return latencies.TotalCount < FewestForP99 ? null : latencies.GetValueAtPercentile(99);
    }

    private CallBooks Sequentially()
    {
        var books = new CallBooks(_plan, () => { });
        var handlers = new CallHandler[Parameters.Handlers];
        for (var handler = 0; handler < handlers.Length; handler++)
        {
            handlers[handler] = new(books, Parameters.WorkRounds);
        }

        foreach (var item in _plan.Events)
        {
            var handler = handlers[item.Handler];
            if (handler.HangsOn(item) || item.Fault == HandlerFault.Crash)
            {
                books.Abandoned(handler);
                handlers[item.Handler] = new(books, Parameters.WorkRounds);
            }
            else
            {
                handler.Handle(item);
            }
        }

        return books;
    }

    private void Report(string metric, HandlerFault[] faults)
    {
        double[] milliseconds =
        [
            .. Recoveries
                .Where(recovery => faults.Contains(recovery.Fault))
                .Select(recovery => recovery.Took(_books, _dueAt) / 1e6)
                .OfType<double>(),
        ];
        if (milliseconds.Length > 0)
        {
            Metrics[metric] = milliseconds.Average();
            Metrics[metric.Replace("Milliseconds", "MaxMilliseconds", StringComparison.Ordinal)] =
                milliseconds.Max();
        }
    }

    private void HasEnded()
    {
        InFlight.Leave();
        Settled();
    }
}
