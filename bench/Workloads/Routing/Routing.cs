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
    private List<Recovery>[] _recoveries = [];
    private CallPlan _plan = null!;
    private CallBooks _oracle = null!;
    private CallBooks _books = null!;
    private CallHandler?[] _handlers = [];
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
                "recoveryMilliseconds",
                "recoveryMaxMilliseconds",
                "crashRecoveryMilliseconds",
                "crashRecoveryMaxMilliseconds",
                "hangRecoveryMilliseconds",
                "hangRecoveryMaxMilliseconds",
            ],
        };

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
            yield return new(Presets.Standard | Presets.Full, new());
            yield return new(Presets.Standard | Presets.Full, new() { FaultyPercent = 100 });
            yield return new(Presets.Full, new() { Handlers = 256, CallsPerSecond = 800 });
        }
    }

    /// <summary>Hands an event to its handler, in order. Must not block.</summary>
    protected abstract void Route(CallEvent item);

    /// <summary>
    /// The first thing that a handler's unit does: it knows no call yet, and what the unit before it knew, if there was one,
    /// is lost. Nobody uses the former handler from here on.
    /// </summary>
    protected CallHandler TakeOver(int handler)
    {
        var former = _handlers[handler];
        _handlers[handler] = new CallHandler(_books, Parameters.WorkRounds);
        if (former is not null)
        {
            var took = SystemClock.Timestamp - former.BegunAt;
            _recoveries[handler].Add(new(former.InHand?.Fault ?? HandlerFault.None, took));
            _books.Abandoned(former);
        }

        return _handlers[handler]!;
    }

    protected override void Prepare()
    {
        _plan = new(Seed, Parameters);
        _oracle = Sequentially();
    }

    protected override void PrepareIteration()
    {
        Peer = new();
        _books = new(_plan, HasEnded);
        _handlers = new CallHandler?[Parameters.Handlers];
        _dueAt = new long[_plan.Events.Count];
        _recoveries = [.. Enumerable.Range(0, Parameters.Handlers).Select(_ => new List<Recovery>())];
    }

    protected override void Emit(int index, long dueAt)
    {
        InFlight.Enter();
        _dueAt[index] = dueAt;
        Route(_plan.Events[index]);
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
        Report("recoveryMilliseconds", [HandlerFault.Crash, HandlerFault.Hang]);
        Report("crashRecoveryMilliseconds", [HandlerFault.Crash]);
        Report("hangRecoveryMilliseconds", [HandlerFault.Hang]);
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        base.Check(findings);
        _books.Check(findings, _oracle);
        findings.ExpectEqual(
            _plan.Events.Count(item => item.Fault != HandlerFault.None),
            _recoveries.Sum(list => list.Count(recovery => recovery.Fault != HandlerFault.None)),
            "handlers replaced after a fault"
        );
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
            .. _recoveries
                .SelectMany(list => list)
                .Where(recovery => faults.Contains(recovery.Fault))
                .Select(recovery => recovery.Nanoseconds / 1e6),
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

    private readonly record struct Recovery(HandlerFault Fault, long Nanoseconds);
}
