using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// A mix that its user describes in a file: requests that call a backend several times at once, work on a processor and update
/// one key of a shared state; some calls fail and are tried again, some hold their thread. See bench/docs/scenario.md.
/// </summary>
public abstract class Scenario : ServiceWorkload<ScenarioParameters, ScenarioRequest, ScenarioReply>
{
    private readonly List<ScenarioRequest> _requests = [];
    private readonly List<Call<ScenarioRequest, ScenarioReply>> _ended = [];
    private ScenarioPlan _plan = null!;

    public override WorkloadFacts Facts =>
        new(
            "scenario",
            "A mix of one's own",
            ScenarioText.Of(Parameters),
            "One request: from the moment it was meant to be sent until its reply or the deadline; a refused one has no latency.",
            "p99"
        )
        {
            OwnMetrics = ["retriesPerRequest"],
        };

    /// <summary>Longer than the load by a minute.</summary>
    public override TimeSpan Limit =>
        base.Limit
        + TimeSpan.FromMilliseconds(
            (double)Parameters.WarmUpMilliseconds
                + Parameters.MeasuredMilliseconds
                + Parameters.DeadlineMilliseconds
        );

    /// <summary>The keys of the state. A lane lets one unit at a time touch a key.</summary>
    protected IReadOnlyList<ScenarioKey> Keys { get; private set; } = [];

    /// <summary>The services behind the requests.</summary>
    protected SimulatedBackend Backend { get; private set; } = null!;

    protected override (TimeSpan WarmUp, TimeSpan Measured, TimeSpan Deadline) Timing =>
        (
            TimeSpan.FromMilliseconds(Parameters.WarmUpMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.MeasuredMilliseconds),
            Parameters.DeadlineMilliseconds == 0
                ? TimeSpan.MaxValue
                : TimeSpan.FromMilliseconds(Parameters.DeadlineMilliseconds)
        );

    // Whatever else the scenario says stays as it is, so a search finds the capacity for this mix.
    protected override LoadKnob<ScenarioParameters> Knob =>
        new(
            Parameters.Arrivals == ScenarioArrivals.Users
                ? nameof(ScenarioParameters.Users)
                : nameof(ScenarioParameters.RatePerSecond),
            Parameters.Load,
            At
        );

    protected override bool LoadChanges => Parameters.Change != LoadChange.None;

    protected override IEnumerable<Configuration<ScenarioParameters>> Configurations
    {
        get
        {
            yield return new(Presets.Smoke, new() { WarmUpMilliseconds = 200, MeasuredMilliseconds = 500 });
            yield return new(Presets.Standard | Presets.Full, new());
        }
    }

    protected override IArrivals Arrivals(long origin) =>
        Parameters.Arrivals switch
        {
            ScenarioArrivals.Users => new ClosedLoop(
                origin,
                LoadOverTime(Parameters.Users),
                TimeSpan.FromMilliseconds(Parameters.ThinkMilliseconds),
                Seed
            ),
            var process => new OpenLoop(
                origin,
                LoadOverTime(Parameters.RatePerSecond),
                process == ScenarioArrivals.Poisson ? ArrivalProcess.Poisson : ArrivalProcess.Constant,
                Seed
            ),
        };

    // The request keeps what was done for it, so each is kept for the check.
    protected override ScenarioRequest Request(long number)
    {
        var request = new ScenarioRequest(number, _plan);
        _requests.Add(request);
        return request;
    }

    protected override void PrepareIteration()
    {
        Backend = NewBackend(Parameters.BackendCapacity == 0 ? int.MaxValue : Parameters.BackendCapacity);
        _plan = new(Seed, Parameters);
        Keys =
        [
            .. Enumerable
                .Range(0, Parameters.Keys)
                .Select(index => new ScenarioKey(index, Parameters.UpdateRounds)),
        ];
        _requests.Clear();
        _ended.Clear();
    }

    protected override void Ended(Call<ScenarioRequest, ScenarioReply> call) => _ended.Add(call);

    protected override void FinishIteration()
    {
        Backend.Dispose();
        var tried = _requests.Where(request => request.Tries.Any(tries => tries > 0)).ToList();
        Metrics["retriesPerRequest"] =
            tried.Count == 0
                ? 0
                : tried.Average(request => request.Tries.Sum(tries => Math.Max(0, tries - 1)));
    }

    protected override void Check(Findings findings)
    {
        base.Check(findings);
        var audit = new ScenarioAudit(_plan, _requests, findings);
        audit.CheckCalls(_ended);
        audit.CheckState(Keys, _ended);
        audit.CheckBackend(Backend);
        findings.Expect(
            FewestHeldAtRefusal is null || FewestHeldAtRefusal >= Parameters.QueueBound,
            "a request was refused although there was room"
        );
    }

    private ScenarioParameters At(LoadPoint point)
    {
        var own = Parameters.At(point.Load);
        return own with
        {
            Change = point.Spike == 0 ? own.Change : LoadChange.Spike,
            ChangesTo = point.Spike == 0 ? own.ChangesTo : point.Spike,
            WarmUpMilliseconds = point.WarmUpMilliseconds,
            MeasuredMilliseconds = point.MeasuredMilliseconds,
        };
    }

    private Profile LoadOverTime(double load)
    {
        var (warmUp, measured, _) = Timing;
        return Parameters.Change switch
        {
            LoadChange.Step => Profile.Step(load, Parameters.ChangesTo, warmUp + (measured / 2)),
            LoadChange.Ramp => Profile.Ramp(load, Parameters.ChangesTo, warmUp, warmUp + measured),
            LoadChange.Spike => Profile.MiddleThird(load, Parameters.ChangesTo, warmUp, measured),
            _ => Profile.Constant(load),
        };
    }
}
