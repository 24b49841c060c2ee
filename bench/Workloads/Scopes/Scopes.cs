using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Requests whose parts run as children at the same time; some children fail, some callers give up. What is alive, or
/// under way at the backend, after a request has returned is an orphan. Source of the question: the article's structured concurrency.
/// </summary>
public abstract class Scopes : EventWorkload<ScopesParameters>
{
    private const double NearlyAll = 0.9;

    private List<long> _schedule = [];
    private List<ScopePlan> _plans = [];
    private readonly List<CancellationTokenSource> _callers = [];
    private ScopeRequest?[] _requests = [];

    public override WorkloadFacts Facts =>
        new(
            "scopes",
            "Requests with children",
            "A request's parts run as children at the same time; some children fail and some callers give up, and nothing should live on then.",
            "One request: from its due time until it returns, be it with a result, with a child's failure or given up.",
            "orphansPerRequest"
        )
        {
            OwnMetrics =
            [
                "orphansPerFailedRequest",
                "callsAfterStopPerFailedRequest",
                "failedReturnMilliseconds",
            ],
        };

    /// <summary>
    /// True for lanes that promise that no child and no call outlives its request, and that children stop when a sibling
    /// fails or the caller goes.
    /// </summary>
    protected virtual bool IsStructured => true;

    /// <summary>What children call.</summary>
    protected SimulatedBackend Backend { get; private set; } = null!;

    protected override (TimeSpan WarmUp, TimeSpan Measured) Timing =>
        (
            TimeSpan.FromMilliseconds(Parameters.WarmUpMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.MeasuredMilliseconds)
        );

    protected override IReadOnlyList<long> Schedule => _schedule;

    protected override int Expected => _plans.Count;

    protected override IEnumerable<Configuration<ScopesParameters>> Configurations
    {
        get
        {
            yield return new(Presets.Smoke, new() { WarmUpMilliseconds = 100, MeasuredMilliseconds = 500 });
            yield return new(Presets.Standard | Presets.Full, new());
            yield return new(Presets.Full, new() { Children = 32, RequestsPerSecond = 12 });
            yield return new(Presets.Full, new() { FaultyPercent = 0, CancelledPercent = 0 });
        }
    }

    /// <summary>Takes a request in. Must not block.</summary>
    protected abstract void Admit(ScopeRequest request);

    protected override void Prepare()
    {
        var (warmUp, measured) = Timing;
        var gap = 1e9 / Parameters.RequestsPerSecond;
        var requests = (int)((warmUp + measured).TotalNanoseconds / gap);
        _schedule = [.. Enumerable.Range(0, requests).Select(number => (long)(number * gap))];
        _plans = [.. Enumerable.Range(0, requests).Select(number => ScopePlan.Of(Seed, number, Parameters))];
    }

    protected override void PrepareIteration()
    {
        Backend = new();
        _requests = new ScopeRequest?[_plans.Count];
        _callers.Clear();
    }

    protected override void Emit(int index, long dueAt)
    {
        InFlight.Enter();
        var plan = _plans[index];
        var request = _requests[index] = new(plan, dueAt, Units, HasReturned, Caller(plan.CancelAfter));
        Admit(request);
    }

    protected override void EnterOperations()
    {
        foreach (var request in _requests.OfType<ScopeRequest>())
        {
            switch (request.Outcome)
            {
                case ScopeOutcome.Succeeded:
                    Enter(request.DueAt, request.ReturnedAt, CallOutcome.Completed);
                    break;
                case ScopeOutcome.Failed:
                    Enter(request.DueAt, request.ReturnedAt, CallOutcome.Failed);
                    break;
                case ScopeOutcome.Cancelled:
                    Enter(request.DueAt, request.ReturnedAt, CallOutcome.TimedOut);
                    break;
                default:
                    EnterLost(request.DueAt);
                    break;
            }
        }
    }

    protected override void FinishIteration()
    {
        base.FinishIteration();
        ScopeRequest[] requests =
        [
            .. _requests.OfType<ScopeRequest>().Where(request => Counts(request.DueAt)),
        ];
        ScopeRequest[] unhappy = [.. requests.Where(request => request.Outcome != ScopeOutcome.Succeeded)];
        Metrics["orphansPerRequest"] = requests.Average(request => (double)request.Orphans);
        if (unhappy.Length > 0)
        {
            Metrics["orphansPerFailedRequest"] = unhappy.Average(request => (double)request.Orphans);
            Metrics["callsAfterStopPerFailedRequest"] = unhappy.Average(request =>
                (double)request.CallsAfterStop
            );
            Metrics["failedReturnMilliseconds"] = unhappy.Average(request =>
                (request.ReturnedAt - request.DueAt) / 1e6
            );
        }

        Backend.Dispose();
        _callers.ForEach(caller => caller.Dispose());
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        base.Check(findings);
        foreach (var (request, plan) in _requests.Zip(_plans))
        {
            findings.Expect(request?.Answers >= 1, "a request did not return");
            findings.Expect(request?.Answers <= 1, "a request returned twice");
            if (request is not null)
            {
                Check(findings, request, plan);
            }
        }

        CheckStops(findings, isFault: true, "nearly all siblings of a failed child went on to their end");
        CheckStops(
            findings,
            isFault: false,
            "nearly all children whose caller had gone went on to their end"
        );
    }

    // A lane that stops nobody lets all of them run on; one that is told late, on a busy machine, lets some.
    private void CheckStops(Findings findings, bool isFault, string violation)
    {
        var toBeStopped = _requests
            .Zip(_plans)
            .Where(pair => pair.First is not null && pair.Second.IsFaulty == isFault)
            .SelectMany(pair => pair.First!.Children)
            .Where(child => child.WasToBeStopped)
            .ToList();
        findings.Expect(
            !IsStructured
                || toBeStopped.Count == 0
                || toBeStopped.Count(child => child.RanOn) <= NearlyAll * toBeStopped.Count,
            violation
        );
    }

    private void Check(Findings findings, ScopeRequest request, ScopePlan plan)
    {
        var outcome = request.Outcome;
        findings.Expect(
            outcome != ScopeOutcome.Succeeded || request.Total == plan.Total,
            "a child's result is lost or counted twice"
        );
        findings.Expect(
            outcome != ScopeOutcome.Succeeded || !plan.IsFaulty,
            "a request succeeded although a child failed"
        );
        findings.Expect(
            outcome != ScopeOutcome.Failed || plan.IsFaulty,
            "a request failed although no child did"
        );
        findings.Expect(
            outcome != ScopeOutcome.Cancelled || plan.CancelAfter is not null,
            "a request was given up although its caller waited"
        );
        findings.Expect(
            !IsStructured || request.Orphans == 0,
            "children or their calls are alive after their request returned"
        );
    }

    private CancellationToken Caller(TimeSpan? givesUpAfter)
    {
        if (givesUpAfter is not { } patience)
        {
            return CancellationToken.None;
        }

        _callers.Add(new(patience));
        return _callers[^1].Token;
    }

    private void HasReturned()
    {
        InFlight.Leave();
        Settled();
    }
}
